import { counted, grouped, some } from '../core/counted.ts';
import { compileHostPattern } from '../core/host-pattern.ts';
import type { Projects } from '../survey/projects.ts';
import type { Survey } from '../survey/survey.ts';
import type { FileFacts, HostFacts } from '../survey/tally.ts';
import { proposeDeliveries } from './deliver.ts';
import type { RankedDomain } from './domains.ts';
import type { Answers } from './environment.ts';
import { type Sorted, sortHosts } from './environments.ts';
import { placesOf } from './evidence.ts';
import { type HostReading, readHost } from './host-reading.ts';
import { type ModuleProposals, proposeModules } from './modules.ts';
import type { Proposal, ProposedEnvironment, ProposedService, Proven } from './proposal.ts';
import { suggestRenames } from './renames.ts';
import { withDistinctNames } from './service-names.ts';
import { siteOf } from './site.ts';
import { suggestServices } from './unnamed.ts';

/** Proposes a configuration for domains of a tree. Pure; the same answer for the same tree. */
export function propose(
  found: Survey,
  projects: Projects,
  domains: readonly RankedDomain[],
  proposals: ModuleProposals,
  answers: Answers = new Map(),
): Proposal {
  const brands = brandsOf(domains, projects, found.hosts);
  const platforms = found.hosts.filter(({ platform }) => platform !== undefined).map((facts) => readHost(facts, brands));
  const ours = platforms.filter(({ labels }) => labels[0]?.split('-').some((token) => brands.includes(token)));
  const sorted = domains.map((ranked, index) => {
    const readings = ranked.hosts.map((facts) => readHost(facts, brands));
    return withSite(sortHosts(readings, index === 0 ? ours : [], answers), readings);
  });
  const naming = filesNaming(found, [...domains.map(({ domain }) => domain), ...ours.map(({ facts }) => facts.domain)]);
  const questions = sorted.flatMap((one) => one.questions);
  const asked = new Set(questions.flatMap(({ hosts }) => hosts.map(({ value }) => value)));
  const unknown = sorted.flatMap((one) => one.unknown).filter(({ host }) => !asked.has(host));
  const environments = merged(domains, sorted);
  const { modules, notes } = proposeModules(found.listed, naming, projects, proposals);
  return {
    apexes: domains.map(apexOf),
    certificates: certificatesOf(domains, found.hosts),
    environments,
    questions,
    renames: suggestRenames(
      domains.map(({ domain }) => domain),
      unknown,
      found.hosts,
    ),
    // A module holds the constants of services.
    modules: environments.length > 0 ? modules : [],
    moduleNotes: notes,
    deliver: proposeDeliveries(naming),
    unnamed: unnamedOf(unknown, environments),
    notes: [
      ...notesOfPlatforms(ours, sorted),
      ...(found.beyond > 0 ? [`${grouped(found.beyond)} places were not counted: the tree names more hosts than are kept`] : []),
    ],
  };
}

/** The project's own names: the labels of its domains, and what they begin with where the project or a host on a platform is called that. */
function brandsOf(domains: readonly RankedDomain[], { names }: Projects, hosts: readonly HostFacts[]): string[] {
  const labels = domains.map(({ domain }) => domain.split('.')[0]!);
  const plain = labels.map((label) => label.replaceAll('-', ''));
  const given = hosts.flatMap(({ host, platform }) => (platform ? host.split('.')[0]!.split('-') : []));
  const begins = [...names, ...given].filter((name) => name.length >= SHORTEST && plain.some((label) => label.startsWith(name)));
  return [...new Set([...labels, ...plain, ...begins])];
}

/** Characters of a beginning that is no coincidence. */
const SHORTEST = 4;

/** A domain of which no host tells a service still has a site. */
function withSite(sorted: Sorted, readings: readonly HostReading[]): Sorted {
  if (sorted.environments.length > 0 || sorted.questions.length > 0) return sorted;
  const site = siteOf(readings);
  if (!site) return sorted;
  return {
    ...sorted,
    environments: [{ name: site.environment ?? 'production', services: [site.service] }],
    unknown: sorted.unknown.filter(({ host }) => host !== site.service.host.value),
  };
}

function filesNaming({ files }: Survey, domains: readonly string[]): FileFacts[] {
  const naming = new Map<string, FileFacts>();
  for (const domain of new Set(domains))
    for (const facts of files.get(domain) ?? []) {
      const { occurrences, hosts } = naming.get(facts.path) ?? { occurrences: 0, hosts: 0 };
      naming.set(facts.path, { ...facts, occurrences: occurrences + facts.occurrences, hosts: hosts + facts.hosts });
    }
  return [...naming.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

function apexOf({ domain, hosts, occurrences, why }: RankedDomain): Proven<string> {
  const said = `${domain}: ${counted(occurrences, 'occurrence')} of ${counted(hosts.length, 'host')}`;
  return { value: domain, why: why.length > 0 ? `${said}; ${why.join('; ')}` : said };
}

/** The environments of several domains: services of the second and later ones are called after their domain where a name is taken. */
function merged(domains: readonly RankedDomain[], sorted: readonly Sorted[]): ProposedEnvironment[] {
  const all = new Map<string, ProposedService[]>();
  for (const [index, { environments }] of sorted.entries()) {
    const suffix = domains[index]!.domain.replace(/[^a-z0-9]+/gi, '-');
    for (const { name, services } of environments) {
      const there = all.get(name) ?? [];
      const added = index === 0 ? services : services.map((service) => ({ ...service, name: `${service.name}-${suffix}` }));
      all.set(name, [...there, ...added]);
    }
  }
  return [...all].map(([name, services]) => ({ name, services: withDistinctNames(services) }));
}

function certificatesOf(domains: readonly RankedDomain[], hosts: readonly HostFacts[]): Proposal['certificates'] {
  const names = domains.flatMap(({ domain }) => [domain, `*.${domain}`]);
  const deeper = hosts.filter(({ host, domain }) => host.startsWith('*.') && host !== `*.${domain}` && names.includes(domain));
  const against = deeper.map((facts) => `${facts.host} (${placesOf(facts)})`);
  return {
    value: names,
    why: [
      'What do your TLS certificates cover? The tree does not tell. A wildcard covers one label only: *.example.com covers api.example.com, and not api.staging.example.com',
      ...(against.length > 0
        ? [`The tree names ${some(against, 2)} as well: with a certificate for that, hosts with two labels need not be retired`]
        : []),
    ].join('. '),
  };
}

/** Hosts of no known service for which a service is suggested; more are no reading. */
const UNNAMED = 12;

function unnamedOf(unknown: readonly HostReading[], environments: readonly ProposedEnvironment[]): Proposal['unnamed'] {
  const exact = unknown.filter(({ exact: is }) => is).sort((a, b) => b.facts.occurrences - a.facts.occurrences);
  return {
    environments: suggestServices(exact.slice(0, UNNAMED), environments),
    more: Math.max(0, exact.length - UNNAMED),
  };
}

function notesOfPlatforms(ours: readonly HostReading[], sorted: readonly Sorted[]): string[] {
  const services = sorted.flatMap(({ environments }) => environments.flatMap((environment) => environment.services));
  const patterns = services.flatMap(({ retired }) => retired.map(({ value }) => compileHostPattern(value)));
  const left = ours.filter(({ host }) => !patterns.some((pattern) => pattern.match(host)));
  if (left.length === 0) return [];
  const shown = left
    .sort((a, b) => b.facts.occurrences - a.facts.occurrences)
    .map(({ host, facts }) => `${host} (${grouped(facts.occurrences)})`);
  return [
    `addresses on a platform that are called like the project: ${some(shown, 6)}. Where one has to go, put it below retired of its service`,
  ];
}
