import { grouped } from '../core/counted.ts';
import { compileHostPattern } from '../core/host-pattern.ts';
import type { Projects } from '../survey/projects.ts';
import type { Survey } from '../survey/survey.ts';
import type { FileFacts, HostFacts } from '../survey/tally.ts';
import { proposeDeliveries } from './deliver.ts';
import type { RankedDomain } from './domains.ts';
import type { Answers } from './environment.ts';
import { type Sorted, sortHosts } from './environments.ts';
import { placesOf, some } from './evidence.ts';
import { type HostReading, readHost } from './host-reading.ts';
import { proposeModules } from './modules.ts';
import type { Proposal, ProposedEnvironment, ProposedService, Proven } from './proposal.ts';
import { suggestRenames } from './renames.ts';
import { withDistinctNames } from './service-names.ts';
import { siteOf } from './site.ts';

/** Proposes a configuration for domains of a tree. Pure; the same answer for the same tree. */
export function propose(
  found: Survey,
  projects: Projects,
  domains: readonly RankedDomain[],
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
  const unknown = sorted.flatMap((one) => one.unknown);
  const environments = merged(domains, sorted);
  const { modules, notes } = proposeModules(found.listed, naming, projects);
  return {
    apexes: domains.map(apexOf),
    certificates: certificatesOf(domains, found.hosts),
    environments,
    questions: sorted.flatMap(({ questions }) => questions),
    renames: suggestRenames(
      domains.map(({ domain }) => domain),
      unknown,
      found.hosts,
    ),
    // A module holds the constants of services.
    modules: environments.length > 0 ? modules : [],
    moduleNotes: notes,
    deliver: proposeDeliveries(naming),
    notes: [
      ...notesOfUnknown(unknown),
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
  const counts = new Map<string, number>();
  for (const domain of new Set(domains))
    for (const { path, occurrences } of files.get(domain) ?? []) counts.set(path, (counts.get(path) ?? 0) + occurrences);
  return [...counts].map(([path, occurrences]) => ({ path, occurrences })).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function apexOf({ domain, hosts, occurrences, why }: RankedDomain): Proven<string> {
  const said = `${domain}: ${grouped(occurrences)} occurrences of ${grouped(hosts.length)} ${hosts.length === 1 ? 'host' : 'hosts'}`;
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
      'Which names your TLS certificates cover is not in the tree. A wildcard covers one label only: *.example.com does not cover api.staging.example.com',
      ...(against.length > 0
        ? [`The tree also names ${some(against, 2)}: if a certificate covers that, its hosts may be alive`]
        : []),
    ].join('. '),
  };
}

function notesOfUnknown(unknown: readonly HostReading[]): string[] {
  const exact = unknown.filter(({ exact: is }) => is).sort((a, b) => b.facts.occurrences - a.facts.occurrences);
  if (exact.length === 0) return [];
  const shown = exact.map(({ host, facts }) => `${host} (${grouped(facts.occurrences)})`);
  return [
    `not known to be canonical or retired: ${some(shown, 12)}. \`redomain hosts\` lists them; each is an unknown-host until it is named`,
  ];
}

function notesOfPlatforms(ours: readonly HostReading[], sorted: readonly Sorted[]): string[] {
  const services = sorted.flatMap(({ environments }) => environments.flatMap((environment) => environment.services));
  const patterns = services.flatMap(({ retired }) => retired.map(({ value }) => compileHostPattern(value)));
  const left = ours.filter(({ host }) => !patterns.some((pattern) => pattern.match(host)));
  if (left.length === 0) return [];
  const shown = left
    .sort((a, b) => b.facts.occurrences - a.facts.occurrences)
    .map(({ host, facts }) => `${host} (${grouped(facts.occurrences)})`);
  return [`addresses that a platform gave, of which it is not known whether they are retired: ${some(shown, 6)}`];
}
