import { grouped } from '../core/counted.ts';
import { environmentOf, serviceOf } from '../survey/vocabulary.ts';
import { placesOf } from './evidence.ts';
import type { HostReading } from './host-reading.ts';
import type { Proven } from './proposal.ts';

/** Hosts that a platform made of one service, told as one pattern. */
export interface PlatformPattern {
  readonly environment: string;
  readonly kind: string;
  readonly occurrences: number;
  readonly pattern: Proven<string>;
}

/** The share of the most frequent pattern below which one is no more than an example. */
const SHARE = 0.05;

/** The patterns of hosts such as `shop-api-staging-a1b2c3-uc.a.run.app`: what ends in something made up, behind words that name a service and an environment. */
export function platformPatterns(hosts: readonly HostReading[]): PlatformPattern[] {
  const groups = new Map<string, HostReading[]>();
  for (const host of hosts) {
    const pattern = host.exact && host.environment && host.kind ? patternOf(host) : undefined;
    if (pattern) groups.set(pattern, [...(groups.get(pattern) ?? []), host]);
  }
  const all = [...groups].map(([pattern, members]) => ({
    environment: members[0]!.environment!,
    kind: members[0]!.kind!,
    occurrences: members.reduce((sum, { facts }) => sum + facts.occurrences, 0),
    pattern: { value: members.length > 1 ? pattern : members[0]!.host, why: evidenceOf(members) },
  }));
  const most = Math.max(0, ...all.map(({ occurrences }) => occurrences));
  return all.filter(({ occurrences }) => occurrences >= most * SHARE).sort((a, b) => b.occurrences - a.occurrences);
}

/** The label up to its last word that is known, and `*` for the rest; `undefined` where nothing follows. */
function patternOf({ labels, facts }: HostReading): string | undefined {
  const tokens = labels[0]!.split('-');
  const last = tokens.findLastIndex((token) => environmentOf(token) !== undefined || serviceOf(token) !== undefined);
  if (last < 0 || last === tokens.length - 1 || tokens.includes('')) return undefined;
  return `${tokens.slice(0, last + 1).join('-')}-*.${facts.platform}`;
}

function evidenceOf(members: readonly HostReading[]): string {
  const sorted = [...members].sort((a, b) => b.facts.occurrences - a.facts.occurrences);
  const occurrences = members.reduce((sum, { facts }) => sum + facts.occurrences, 0);
  if (members.length === 1) return `${placesOf(sorted[0]!.facts)}; a platform made this name for the same service`;
  return `${grouped(occurrences)} of ${members.length} hosts that a platform made, such as ${sorted[0]!.host}`;
}
