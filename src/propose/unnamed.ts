import { groupBy } from '../core/group-by.ts';
import { standsIn } from './evidence.ts';
import type { HostReading } from './host-reading.ts';
import type { ProposedEnvironment, ProposedService } from './proposal.ts';
import { clean, withDistinctNames } from './service-names.ts';

/**
 * How hosts of no known service would read as services, called by their labels: a suggestion, from which a person takes what is right.
 * Several of one label become one service, the host with the fewest labels its canonical one.
 */
export function suggestServices(
  unknown: readonly HostReading[],
  environments: readonly ProposedEnvironment[],
): ProposedEnvironment[] {
  const byEnvironment = groupBy(unknown, ({ environment }) => environment ?? 'production');
  return [...byEnvironment].map(([name, hosts]) => {
    const taken = environments.find((one) => one.name === name)?.services ?? [];
    const suggested = [...groupBy(hosts, ({ words }) => clean(words.join('-')))].map(([label, members]) =>
      service(label, members),
    );
    return { name, services: withDistinctNames([...taken, ...suggested]).slice(taken.length) };
  });
}

function service(name: string, hosts: readonly HostReading[]): ProposedService {
  const [canonical, ...old] = [...hosts]
    .sort((a, b) => a.labels.length - b.labels.length || b.facts.occurrences - a.facts.occurrences)
    .map(({ host, facts }) => ({ value: host, why: standsIn(facts) }));
  return { name, host: canonical!, retired: old };
}
