import { groupBy } from '../core/group-by.ts';
import { type Answers, sortEnvironment } from './environment.ts';
import type { HostReading } from './host-reading.ts';
import { platformPatterns } from './platforms.ts';
import type { ProposedEnvironment, Question } from './proposal.ts';
import { nameServices } from './service-names.ts';

/** What the hosts of one domain come to. */
export interface Sorted {
  readonly environments: readonly ProposedEnvironment[];
  readonly questions: readonly Question[];
  /** Hosts that are neither canonical nor retired. */
  readonly unknown: readonly HostReading[];
}

/** Below this share of a domain's occurrences an environment is not told from an example, nor a host below this share and less than the number. */
const SHARE = 0.01;
const ENOUGH = 3;
/** The share from which on a host is a service of the project, whatever its label says. */
const PLENTY = 0.05;

/** Sorts the hosts of one domain, and of the platforms that serve it, into environments and services. */
export function sortHosts(own: readonly HostReading[], onPlatforms: readonly HostReading[], answers: Answers): Sorted {
  const share = Math.max(1, liveOf(own) * SHARE);
  const patterns = platformPatterns(onPlatforms);
  const groups = [...groupBy(own, ({ environment }) => environment ?? 'production')]
    .filter(([, hosts]) => liveOf(hosts) >= share)
    .sort((a, b) => liveOf(b[1]) - liveOf(a[1]));
  const sorted = groups.map(([name, hosts]) => ({
    name,
    ...sortEnvironment(
      name,
      hosts,
      patterns.filter(({ environment }) => environment === name),
      answers,
      {
        least: Math.min(ENOUGH, share),
        alone: Math.max(Math.min(ENOUGH, share), share / 2),
        plenty: Math.max(ENOUGH, liveOf(own) * PLENTY),
      },
    ),
  }));
  const settled = new Set(sorted.flatMap((environment) => environment.settled));
  return {
    environments: sorted
      .filter(({ services }) => services.length > 0)
      .map(({ name, services }) => ({ name, services: nameServices(services) })),
    questions: sorted.flatMap(({ questions }) => questions),
    unknown: own.filter((host) => !settled.has(host)),
  };
}

function liveOf(hosts: readonly HostReading[]): number {
  return hosts.reduce((sum, { facts }) => sum + facts.live, 0);
}
