import { covers, isCovered, whyNot } from '../core/coverage.ts';
import type { Certificate, Policy } from '../types/policy.ts';

/** A canonical host that no certificate covers. */
export interface Uncovered {
  /** Key of the service. */
  readonly service: string;
  readonly host: string;
  /** Which name comes near, why it does not cover the host, and what was looked at: a clause. */
  readonly why: string;
}

/** Names of one certificate that a reason tells. */
const TOLD = 6;

/** The canonical hosts that none of the policy's certificates covers on a day (`YYYY-MM-DD`, UTC). Empty when none are named. */
export function uncovered({ certificates, services }: Policy, today: string): Uncovered[] {
  if (certificates.length === 0) return [];
  return services
    .filter(({ canonical }) => !isCovered(canonical.host, certificates, today))
    .map(({ key, canonical }) => ({
      service: key,
      host: canonical.host,
      why: `${reasonFor(canonical.host, certificates, today)}; looked at ${certificates.map(told).join('; ')}`,
    }));
}

function reasonFor(host: string, certificates: readonly Certificate[], today: string): string {
  const lapsed = certificates.find(({ names }) => names.some((name) => covers(name, host)));
  const { file, validity } = lapsed ?? {};
  if (validity && today > validity.until) return `${file} covers it, and expired on ${validity.until}`;
  if (validity) return `${file} covers it, and is not valid before ${validity.from}`;
  return whyNot(
    host,
    certificates.flatMap(({ names }) => names),
  );
}

function told({ file, names }: Certificate): string {
  const some = names.slice(0, TOLD).join(', ');
  const list = names.length > TOLD ? `${some} and ${names.length - TOLD} more` : some || 'no name of a host';
  return file === undefined ? `the names ${list}` : `${file} (${list})`;
}
