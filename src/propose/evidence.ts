import { filesOf, grouped } from '../core/counted.ts';
import type { HostFacts } from '../survey/tally.ts';

/** `1,233 in 664 files`. */
export function placesOf({ occurrences, files }: Pick<HostFacts, 'occurrences' | 'files'>): string {
  return `${grouped(occurrences)} in ${filesOf(files)}`;
}

/** Where a host stands: `1 in README.md`, `4 in 3 files, such as app/client.py`. */
export function standsIn(facts: Pick<HostFacts, 'occurrences' | 'files' | 'sample'>): string {
  return facts.files === 1 ? `${grouped(facts.occurrences)} in ${facts.sample}` : `${placesOf(facts)}, such as ${facts.sample}`;
}

/** The names beside a host that stand there most often: `API_URL (12), backend (3)`; empty where there are none. */
export function namesOf({ names }: Pick<HostFacts, 'names'>, most = 3): string {
  return [...names]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, most)
    .map(([name, count]) => `${name} (${grouped(count)})`)
    .join(', ');
}
