import { environmentOf, serviceOf } from '../survey/vocabulary.ts';
import { grouped, some } from './evidence.ts';
import type { HostReading } from './host-reading.ts';
import type { Proven } from './proposal.ts';

/** Hosts that a platform made of one service, told as one pattern. */
export interface PlatformPattern {
  readonly environment: string;
  readonly kind: string;
  readonly occurrences: number;
  readonly pattern: Proven<string>;
}

/** Variants that make a pattern, and the share of the most frequent pattern below which one is no more than an example. */
const VARIANTS = 2;
const SHARE = 0.05;
const LEAST = 5;

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
    variants: members.length,
    occurrences: members.reduce((sum, { facts }) => sum + facts.occurrences, 0),
    pattern: { value: pattern, why: evidenceOf(members) },
  }));
  const most = Math.max(0, ...all.map(({ occurrences }) => occurrences));
  return all
    .filter(({ variants, occurrences }) => variants >= VARIANTS && occurrences >= Math.max(LEAST, most * SHARE))
    .sort((a, b) => b.occurrences - a.occurrences);
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
  return `${grouped(occurrences)} of ${members.length} hosts that the platform made, such as ${some([sorted[0]!.host], 1)}`;
}
