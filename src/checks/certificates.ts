import type { Policy } from '../types.ts';

/** A canonical host that no certificate covers. */
export interface Uncovered {
  /** Key of the service. */
  readonly service: string;
  readonly host: string;
  /** A lower-case noun phrase that says which name comes near, and why it does not cover the host. */
  readonly reason: string;
}

/** The canonical hosts that none of the policy's certificates covers (RFC 9525: a wildcard stands for exactly one left-most label). Empty when none are named. */
export function uncovered(policy: Policy): Uncovered[] {
  if (policy.certificates.length === 0) return [];
  return policy.services
    .filter(({ canonical }) => !policy.certificates.some((name) => covers(name, canonical.host)))
    .map(({ key, canonical }) => ({
      service: key,
      host: canonical.host,
      reason: reasonFor(canonical.host, policy.certificates),
    }));
}

function covers(name: string, host: string): boolean {
  if (!name.startsWith('*.')) return name === host;
  return host.slice(host.indexOf('.') + 1) === name.slice(2) && host.includes('.');
}

function reasonFor(host: string, certificates: readonly string[]): string {
  const wildcards = certificates.filter((name) => name.startsWith('*.')).sort((a, b) => b.length - a.length);
  const near = wildcards.find((name) => host.endsWith(name.slice(1)));
  if (near) {
    const before = host.slice(0, -near.length + 1);
    return `no certificate for ${host}: ${near} covers exactly one label in place of the wildcard (RFC 9525), and ${before} is ${before.split('.').length}`;
  }
  const parent = wildcards.find((name) => host === name.slice(2));
  if (parent) return `no certificate for ${host}: ${parent} covers one label below it, not ${host} itself (RFC 9525)`;
  return `no certificate for ${host} among ${certificates.join(', ')}`;
}
