import { dirname } from 'node:path';
import { findConfig, searchConfig } from '../config/find.ts';
import { UserError } from '../core/user-error.ts';
import type { Count } from '../history/history.ts';
import { type RankedDomain, rankDomains } from '../propose/domains.ts';
import { readHost } from '../propose/host-reading.ts';
import { readProjects } from '../survey/projects.ts';
import { type Survey, survey } from '../survey/survey.ts';
import type { HostFacts } from '../survey/tally.ts';
import type { DomainRow, Inventory } from '../types/inventory.ts';
import type { Policy } from '../types/policy.ts';
import type { HostContexts, HostRow, Place } from '../types/report.ts';
import { run } from './plan.ts';

export interface InventoryOptions {
  readonly cwd: string;
  readonly paths: readonly string[];
  readonly config?: string;
  /** Given where the canonical hosts are to be asked afterwards: a configuration has to name them. */
  readonly probe?: unknown;
  /** Given where files with hosts are to be counted commit by commit, from a commit or a time on. */
  readonly history?: { readonly since?: string };
  /** Domains that are asked for; empty: what the configuration governs, or all where there is none. */
  readonly apexes: readonly string[];
  readonly jobs?: number;
  readonly cache: boolean;
  /** A file, absolute, that takes the report. */
  readonly output?: string;
  readonly onProgress?: (done: number, total: number, noun?: string) => void;
  readonly onTrouble?: (message: string) => void;
}

/** The hosts of a tree: the governed ones where there is a configuration, else all domains. Throws UserError. */
export async function inventory(options: InventoryOptions): Promise<Inventory> {
  const { cwd, paths, config, apexes, probe, onProgress } = options;
  const configured = config === undefined && probe === undefined ? searchConfig(cwd) : findConfig(cwd, config);
  const root = configured ? dirname(configured.configPath) : cwd;
  const past = options.history && (await openPast(root, options));
  const report = configured && (await reportOf(options));
  const policy = report?.policy;
  const services = policy?.services ?? [];
  const asked = apexes.length > 0 ? apexes : (policy?.apex ?? []);
  const found = await survey({ root, cwd, paths, output: options.output, apexes: asked, ...(onProgress ? { onProgress } : {}) });
  const known = new Map(report?.hosts.map((row) => [row.host, row]));
  if (report && apexes.length === 0) {
    const facts = new Map(found.hosts.map((one) => [one.host, one]));
    return {
      ...{ root, hosts: report.hosts.map((row) => withContexts(row, facts.get(row.host))), services, beyond: found.beyond },
      byState: Object.fromEntries(Object.entries(report.summary.byState).map(([state, tally]) => [state, placeOf(tally)])),
      ...(past ? { history: await past(report.policy, []) } : {}),
    };
  }
  const ranked = rankDomains(found.hosts, readProjects(root, found.listed));
  const chosen = apexes.length > 0 ? ranked.filter(({ domain }) => apexes.includes(domain)) : ranked;
  const rows = chosen.map((one) => domainRow(one, found, known));
  const platforms = apexes.length > 0 ? [] : platformRows(found, known);
  const counted = past && apexes.length === 0 ? ownOf(ranked) : apexes;
  const history = past && (await past(governing(policy, counted), counted));
  return { root, domains: [...rows, ...platforms], services, beyond: found.beyond, ...(history ? { history } : {}) };
}

/** Finds out first what is wrong with what is asked of the past: the rest may take long. */
async function openPast(root: string, { cwd, paths, history, onProgress }: InventoryOptions): Promise<Count> {
  const { openHistory } = await import('../history/history.ts');
  return openHistory({ root, cwd, paths, ...history, now: new Date(), ...(onProgress ? { onProgress } : {}) });
}

/** The policy, if there is one, with domains that are governed as a whole. */
function governing(policy: Policy | undefined, apexes: readonly string[]): Policy {
  return { ...(policy ?? NO_POLICY), apex: [...new Set([...(policy?.apex ?? []), ...apexes])] };
}

const NO_POLICY: Policy = {
  ...{ apex: [], certificates: [], services: [], entries: [], modules: [], deliver: [] },
  ...{ emails: 'keep', rules: {}, configFile: '' },
};

/** The domains that are certainly the project's own. Throws UserError where there are none. */
function ownOf(ranked: readonly RankedDomain[]): string[] {
  const own = ranked.filter(({ standing }) => standing === 'own').map(({ domain }) => domain);
  if (own.length > 0) return own;
  throw new UserError('--history needs a domain, and none of the tree is certainly its own', {
    hint: `name one, such as --apex ${ranked[0]?.domain ?? 'example.com'}, or run \`redomain init\``,
  });
}

async function reportOf({ cache, onProgress: _, apexes: __, probe: ___, history: ____, ...options }: InventoryOptions) {
  const plan = { ...options, command: 'plan', unsafe: false } as const;
  return (await (cache ? (await import('./cached-run.ts')).cachedRun(plan) : run(plan))).report;
}

function domainRow(
  { domain, standing, why, hosts, occurrences }: RankedDomain,
  { files }: Survey,
  known: ReadonlyMap<string, HostRow>,
): DomainRow {
  const rows = hosts.map((facts) => hostRow(facts, known.get(facts.host)));
  return { domain, standing, why, files: files.get(domain)?.length ?? 0, occurrences, hosts: rows };
}

/** The hosts of each platform under one row, as each is a domain of its own. */
function platformRows({ hosts, files }: Survey, known: ReadonlyMap<string, HostRow>): DomainRow[] {
  const platforms = [...new Set(hosts.flatMap(({ platform }) => platform ?? []))];
  const rows = platforms.map((platform) => {
    const members = hosts.filter((facts) => facts.platform === platform).sort((a, b) => b.occurrences - a.occurrences);
    const paths = new Set(members.flatMap(({ domain }) => (files.get(domain) ?? []).map(({ path }) => path)));
    return {
      ...{ domain: platform, standing: 'platform' as const, why: [], files: paths.size },
      occurrences: members.reduce((sum, { occurrences }) => sum + occurrences, 0),
      hosts: members.map((facts) => hostRow(facts, known.get(facts.host))),
    };
  });
  return rows.sort((a, b) => b.occurrences - a.occurrences || (a.domain < b.domain ? -1 : 1));
}

function hostRow(facts: HostFacts, known: HostRow | undefined): HostRow {
  const { environment, kind, exact } = readHost(facts, []);
  const guess = kind === undefined ? environment : `${environment ?? 'production'}.${kind}`;
  const service = known ? known.service : guess;
  const row = {
    host: facts.host,
    state: known?.state ?? (exact ? 'unknown' : 'dynamic'),
    files: facts.files,
    occurrences: facts.occurrences,
    byDirectory: Object.fromEntries([...facts.directories].sort(byOccurrences)),
  };
  return withContexts({ ...row, ...(service === undefined ? {} : { service }) }, facts);
}

function byOccurrences([a, x]: readonly [string, Place], [b, y]: readonly [string, Place]): number {
  return y.occurrences - x.occurrences || (a < b ? -1 : 1);
}

function placeOf({ files, occurrences }: Place): Place {
  return { files, occurrences };
}

function withContexts(row: HostRow, facts: HostFacts | undefined): HostRow {
  return facts ? { ...row, contexts: contextsOf(facts) } : row;
}

function contextsOf({ names, schemes, deprecated }: HostFacts): HostContexts {
  const sorted = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return { names: sorted.map(([name, count]) => ({ name, count })), schemes: Object.fromEntries(schemes), deprecated };
}
