/** What differs in a reason from place to place: quoted names, line numbers, the hosts that a part may stand for. */
export const PARTICULARS = /"[^"]*"|\bline \d+|(?<=, )(?:maybe .*|of \S+\.\S+.*)$/g;

/** A reason without its particulars, so that like ones come together. */
export function alike(reason: string): string {
  return reason.replace(PARTICULARS, (part) => (part.startsWith('"') ? '"…"' : part.startsWith('line') ? 'another line' : '…'));
}
