/** What differs in a reason from place to place: quoted names, line numbers, the hosts that a part may stand for, why a host is not covered. */
export const PARTICULARS = /"[^"]*"|\bline \d+|(?<=, )(?:maybe .*|of \S+\.\S+.*)$|(?<=^no certificate for \S+: ).*$/g;

/** A reason without its particulars, so that like ones come together. */
export function alike(reason: string): string {
  if (reason.startsWith('no certificate for ')) return 'no certificate for a canonical host';
  return reason.replace(PARTICULARS, (part) => (part.startsWith('"') ? '"…"' : part.startsWith('line') ? 'another line' : '…'));
}
