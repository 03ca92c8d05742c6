import { domainToASCII } from 'node:url';
import { parse } from 'tldts';

/** A domain that a person named as an apex, lower case and in ASCII; `undefined` where it is none that anyone could hold. */
export function apexOf(written: string): string | undefined {
  const host = domainToASCII(written.trim().replace(/\.$/, '')).toLowerCase();
  const isHost = host.length <= 253 && host.split('.').every((label) => /^(?!-)[a-z0-9_-]{1,63}(?<!-)$/.test(label));
  return isHost && parse(host, { allowPrivateDomains: true }).domain !== null ? host : undefined;
}
