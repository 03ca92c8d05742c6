import { namesOf, standsIn } from './evidence.ts';
import type { HostReading } from './host-reading.ts';
import type { ProposedService } from './proposal.ts';
import { clean } from './service-names.ts';

/** The host that a domain is named by most, as the only service that can be told. */
export function siteOf(
  hosts: readonly HostReading[],
): { readonly environment?: string; readonly service: ProposedService } | undefined {
  const [best] = hosts
    .filter(({ exact }) => exact)
    .sort((a, b) => b.facts.live - a.facts.live || b.facts.occurrences - a.facts.occurrences);
  if (!best) return undefined;
  const { facts, environment, words } = best;
  const names = namesOf(facts);
  return {
    ...(environment ? { environment } : {}),
    service: {
      name: clean(words.join('-')),
      host: { value: facts.host, why: `${standsIn(facts)}${names ? `; called ${names}` : ''}` },
      retired: [],
    },
  };
}
