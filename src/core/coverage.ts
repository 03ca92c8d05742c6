import type { Certificate } from '../types/policy.ts';

const ADDRESS = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** Whether a name of a certificate covers a host (RFC 9525: a wildcard stands for exactly one label, the left-most). Both are lower case and ASCII. No wildcard covers an address, or what stands directly under a top-level domain. */
export function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  const parent = name.slice(2);
  const dot = host.indexOf('.');
  return dot > 0 && host.slice(dot + 1) === parent && parent.includes('.') && !ADDRESS.test(host);
}

/** Whether any of the certificates covers a host on a day (`YYYY-MM-DD`, UTC). */
export function isCovered(host: string, certificates: readonly Certificate[], today: string): boolean {
  return certificates.some((certificate) => isValid(certificate, today) && certificate.names.some((name) => covers(name, host)));
}

/** Whether a certificate is valid on a day (`YYYY-MM-DD`, UTC), its first and its last included. Stated names always are. */
function isValid({ validity }: Certificate, today: string): boolean {
  return validity === undefined || (validity.from <= today && today <= validity.until);
}

/** Why a certificate with these names does not cover a host: a clause, of the wildcard that comes nearest or of the names as a whole. */
export function whyNot(host: string, names: readonly string[]): string {
  const wildcards = names.filter((name) => name.startsWith('*.')).sort((a, b) => b.length - a.length);
  const near = wildcards.find((name) => host.endsWith(name.slice(1)));
  if (near && !near.slice(2).includes('.')) return `no client takes a wildcard directly under a top-level domain, as ${near} is`;
  if (near) {
    const before = host.slice(0, -near.length + 1);
    return `the wildcard of ${near} stands for exactly one label, the left-most (RFC 9525), and ${before} is ${before.split('.').length}`;
  }
  const parent = wildcards.find((name) => host === name.slice(2));
  if (parent)
    return `the wildcard of ${parent} stands for exactly one label, the left-most (RFC 9525), and ${host} has none there`;
  return names.length === 0 ? 'there is no name' : 'no name is this host';
}

/**
 * The names of a certificate that count for hosts, from Node's `subjectAltName`: DNS names in lower case, then IP addresses. A common name
 * does not count (RFC 9525), nor a DNS name that holds what no host has or that is an address.
 */
export function namesIn(subjectAltName: string | undefined): string[] {
  // Node quotes a value that holds what separates values.
  const values = (subjectAltName ?? '').replace(/"(?:[^"\\]|\\.)*"?/gs, '').split(', ');
  const of = (kind: string): string[] =>
    values.filter((value) => value.startsWith(kind)).map((value) => value.slice(kind.length).toLowerCase());
  const isHost = (name: string): boolean => /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(name) && !ADDRESS.test(name);
  return [...new Set([...of('DNS:').filter(isHost), ...of('IP Address:')])];
}
