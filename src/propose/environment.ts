import { grouped } from '../core/counted.ts';
import { groupBy } from '../core/group-by.ts';
import { servicesIn } from '../survey/vocabulary.ts';
import { chooseCanonical, spellingOf } from './canonical.ts';
import { namesOf, placesOf, standsIn } from './evidence.ts';
import { type HostReading, webOf } from './host-reading.ts';
import type { PlatformPattern } from './platforms.ts';
import type { Proven, Question } from './proposal.ts';
import type { Unnamed } from './service-names.ts';

/** Settles questions: the canonical host of `environment.kind`, where a person named one. */
export type Answers = ReadonlyMap<string, string>;

/** What the hosts of one environment come to. */
export interface SortedEnvironment {
  readonly services: readonly Unnamed[];
  readonly questions: readonly Question[];
  readonly settled: readonly HostReading[];
}

/** What one kind of service comes to: a service or more, and the hosts that they account for. */
interface Part {
  readonly services: readonly Unnamed[];
  readonly question?: Question;
}

/** Retired hosts of one service; more are better told by a pattern, which a person writes. */
const RETIRED = 50;
/** Hosts between which a question asks. */
const OPTIONS = 10;

interface Ground {
  readonly environment: string;
  /** Occurrences outside of records below which a host is no more than an example. */
  readonly least: number;
  /** The same for a host that takes the place of no other. */
  readonly alone: number;
  /** From so many on, a host with one label is a service, whatever it is called. */
  readonly plenty: number;
  /** The host that is called after the environment alone, or the domain itself. */
  readonly root: HostReading | undefined;
  readonly answers: Answers;
}

/** Sorts the hosts of one environment: a wildcard certificate covers one label, so hosts with more give way to those with one. */
export function sortEnvironment(
  environment: string,
  hosts: readonly HostReading[],
  patterns: readonly PlatformPattern[],
  answers: Answers,
  bounds: Pick<Ground, 'least' | 'alone' | 'plenty'>,
): SortedEnvironment {
  const exact = hosts.filter((host) => host.exact);
  const shallow = exact.filter(({ labels }) => labels.length <= 1);
  const root = shallow.filter(({ words }) => words.length === 0).sort((a, b) => b.facts.live - a.facts.live)[0];
  const named = exact.filter((host) => host.words.length > 0);
  const ground: Ground = { environment, ...bounds, root, answers };
  const parts = [...groupBy(named, kindOf)].map(([kind, members]) => sortKind(ground, kind, members));
  const services = withPatterns(
    parts.flatMap((part) => part.services),
    patterns,
  );
  const used = new Set(services.flatMap((service) => service.hosts));
  if (root && !used.has(root) && root.facts.live >= bounds.alone) services.push(alone(root, 'site'));
  return {
    services: services.sort((a, b) => weightOf(b) - weightOf(a)),
    questions: parts.flatMap(({ question }) => question ?? []),
    settled: services.flatMap((service) => service.hosts),
  };
}

function kindOf({ kind, words }: HostReading): string {
  return kind ?? words.join('-');
}

function weightOf({ hosts }: Unnamed): number {
  return hosts.reduce((sum, { facts }) => sum + facts.live, 0);
}

/** The services of one kind: with hosts that have to go one service, else one for each host. */
function sortKind(ground: Ground, kind: string, hosts: readonly HostReading[]): Part {
  const { environment, least, root, answers } = ground;
  const shallow = hosts.filter(({ labels }) => labels.length === 1);
  const deep = hosts.filter(
    (host) => host.labels.length > 1 && host.environment !== undefined && host.facts.live >= least && isOfWeb(host),
  );
  const candidates = root ? [...shallow, root] : shallow;
  const known = hosts.some((host) => host.kind !== undefined);
  if (!known) return { services: shallow.filter(({ facts }) => facts.live >= ground.plenty).map((host) => alone(host, kind)) };
  if (deep.length === 0)
    return withoutDeep(
      ground,
      kind,
      hosts.filter((host) => host.labels.length === 1 || host.environment === undefined),
    );
  if (candidates.length === 0) return { services: deep.map((host) => alone(host, kind)) };
  const choice = chooseCanonical(candidates, kind);
  const answered = candidates.find(({ host }) => host === answers.get(`${environment}.${kind}`));
  if (!answered && 'between' in choice)
    return { services: [], question: { environment, service: kind, hosts: choice.between.slice(0, OPTIONS).map(asOption) } };
  const canonical = answered ?? ('host' in choice ? choice.host : candidates[0]!);
  const spellings = shallow.filter(
    (host) => host !== canonical && spellingOf(host) === spellingOf(canonical) && host.facts.live * 2 <= canonical.facts.live,
  );
  return { services: [replaced(canonical, kind, [...deep, ...spellings])] };
}

/** Each host is a service of its own, but for names that are spelled in two ways. */
function withoutDeep({ environment, least, alone: enough, answers }: Ground, kind: string, hosts: readonly HostReading[]): Part {
  const services: Unnamed[] = [];
  let question: Question | undefined;
  const frequent = hosts.filter(({ facts }) => facts.live >= least).sort((a, b) => b.facts.live - a.facts.live);
  for (const same of groupBy(frequent, spellingOf).values()) {
    const first = same[0]!;
    const answered = same.find(({ host }) => host === answers.get(`${environment}.${kind}`));
    const canonical = answered ?? first;
    const others = same.filter((host) => host !== canonical);
    if (!answered && others.some(({ facts }) => facts.live * 2 > first.facts.live)) {
      question ??= { environment, service: kind, hosts: same.slice(0, OPTIONS).map(asOption) };
    } else if (others.length > 0) services.push(replaced(canonical, kind, others));
    else if (canonical.facts.live >= enough) services.push(alone(canonical, kind));
  }
  return { services, ...(question ? { question } : {}) };
}

/** Most of its occurrences are addresses of the web, or it is known for nothing else. */
function isOfWeb(host: HostReading): boolean {
  const schemes = [...host.facts.schemes.values()].reduce((sum, count) => sum + count, 0);
  return host.kind !== undefined && (schemes === 0 || webOf(host) * 2 >= schemes);
}

function asOption({ host, facts }: HostReading): Proven<string> {
  return { value: host, why: placesOf(facts) };
}

function alone(host: HostReading, kind: string): Unnamed {
  return { ...replaced(host, kind, []), label: host.words.join('-') || kind };
}

function replaced(canonical: HostReading, kind: string, all: readonly HostReading[]): Unnamed {
  const { facts } = canonical;
  const old = [...all].sort((a, b) => b.facts.occurrences - a.facts.occurrences).slice(0, RETIRED);
  const isRoot = canonical.words.length === 0 && old.length > 0;
  const names = isRoot ? callsFor(canonical, kind) : namesOf(facts);
  const where = isRoot ? `the environment's own host, ${placesOf(facts)}` : standsIn(facts);
  const depth = canonical.labels.length;
  const deep = depth > 1 ? `; ${depth} labels deep, which a wildcard for the domain does not cover` : '';
  const scheme = schemeOf(canonical);
  return {
    kind,
    host: { value: canonical.host, why: `${where}${names ? `; called ${names}` : ''}${deep}` },
    ...(scheme ? { scheme } : {}),
    retired: old.map((host) => ({ value: host.host, why: reasonOf(host, canonical) })),
    hosts: [canonical, ...old],
  };
}

/** The names beside a host that speak of one kind of service. */
function callsFor({ facts }: HostReading, kind: string): string {
  return namesOf({ names: new Map([...facts.names].filter(([name]) => servicesIn(name)[0] === kind)) });
}

/** A host that the code only calls by WebSocket. */
function schemeOf({ facts, kind }: HostReading): Proven<string> | undefined {
  const sockets = (facts.schemes.get('wss') ?? 0) + (facts.schemes.get('ws') ?? 0);
  const all = [...facts.schemes.values()].reduce((sum, count) => sum + count, 0);
  if (kind !== 'websocket' || sockets < all || sockets === 0) return undefined;
  const secure = (facts.schemes.get('wss') ?? 0) >= sockets / 2;
  return { value: secure ? 'wss' : 'ws', why: `${grouped(sockets)} of ${grouped(all)} addresses` };
}

function reasonOf({ labels, facts }: HostReading, canonical: HostReading): string {
  const { deprecated } = facts;
  const marks = deprecated > 0 ? `; ${grouped(deprecated)} beside a word such as DEPRECATED` : '';
  const why = labels.length > 1 ? `${labels.length} labels deep` : `another spelling of ${canonical.host}`;
  return `${placesOf(facts)}; ${why}${marks}`;
}

/** Each pattern goes to the service of its kind that is named most. */
function withPatterns(services: readonly Unnamed[], patterns: readonly PlatformPattern[]): Unnamed[] {
  const owners = patterns.map(({ kind, pattern }) => {
    const fitting = services.filter((service) => service.kind === kind).sort((a, b) => weightOf(b) - weightOf(a));
    return { owner: fitting[0], pattern };
  });
  return services.map((service) => ({
    ...service,
    retired: [...service.retired, ...owners.filter(({ owner }) => owner === service).map(({ pattern }) => pattern)],
  }));
}
