import type { Standing } from '../core/match.ts';
import type { Decision } from '../core/occurrence.ts';
import type { Verdict } from '../types/report.ts';

/** Occurrences of one file that are alike. */
export interface Count {
  readonly host: string;
  readonly service?: string;
  readonly state: Standing['state'];
  readonly verdict: Verdict | 'baselined' | 'failed' | 'unreadable';
  readonly count: number;
}

/** Counts the occurrences of one file by host and verdict; `failed`: what would change does not. */
export function countsOf(decisions: readonly Decision[], failed: boolean): Count[] {
  const counts = new Map<string, Count>();
  for (const { occurrence, verdict } of decisions) {
    const { hit, standing } = occurrence;
    const service = standing.state === 'retired' || standing.state === 'canonical' ? standing.service : undefined;
    const ends = failed && (verdict === 'reference' || verdict === 'literal') ? 'failed' : verdict;
    const key = [hit.host, service, standing.state, ends].join(' ');
    counts.set(key, {
      host: hit.host,
      ...(service ? { service } : {}),
      state: standing.state,
      verdict: ends,
      count: (counts.get(key)?.count ?? 0) + 1,
    });
  }
  return [...counts.values()];
}
