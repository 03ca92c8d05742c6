import { groupBy } from '../core/group-by.ts';
import type { BaselineEntry, Finding } from '../types/report.ts';
import { isFailing } from './ledger.ts';

/** How the findings of a run stand to a baseline. */
export interface Compared {
  /** Findings that the baseline knows. */
  readonly known: ReadonlySet<Finding>;
  /** Findings that fail a check and are not known. */
  readonly fresh: readonly Finding[];
  /** Entries that no finding answers to any more, of files that the run looked at or that are gone. */
  readonly vanished: readonly BaselineEntry[];
  /** The baseline as it would be with all findings of the run, sorted. */
  readonly next: readonly BaselineEntry[];
}

/** What a baseline keeps of a finding: nothing that changes when lines move or are formatted anew. */
export function entryOf({ rule, path, word, context }: Finding): BaselineEntry {
  return { rule, path, word, context };
}

/**
 * Compares findings with a baseline. Equal entries count as often as they stand there. The entries of a file that is gone go to the file that has none of
 * its own and shares the most with it: it was renamed. `listed` are the paths of the tree, `looked` those that this run looked at.
 */
export function compareWithBaseline(
  baseline: readonly BaselineEntry[],
  findings: readonly Finding[],
  listed: ReadonlySet<string>,
  looked: ReadonlySet<string>,
): Compared {
  const entries = groupBy(baseline, ({ path }) => path);
  const failing = groupBy(findings.filter(isFailing), ({ path }) => path);
  const gone = new Set([...entries.keys()].filter((path) => !listed.has(path)));
  const owners = groupBy(
    baseline.filter(({ path }) => gone.has(path)),
    keyOf,
  );
  const known = new Set<Finding>();
  const vanished: BaselineEntry[] = [];
  for (const [path, found] of [...failing].sort(([a], [b]) => compare(a, b))) {
    const origin = entries.has(path) ? path : likest(path, found, gone, owners);
    if (origin === undefined) continue;
    gone.delete(origin);
    vanished.push(...take(entries.get(origin)!, found, known));
    if (origin !== path) entries.set(origin, []);
  }
  for (const [path, left] of entries) {
    if (!failing.has(path) && (gone.has(path) || looked.has(path))) vanished.push(...left);
  }
  const fresh = [...failing.values()].flat().filter((finding) => !known.has(finding));
  const outside = baseline.filter(({ path }) => listed.has(path) && !looked.has(path));
  const next = [...outside, ...[...failing.values()].flat().map(entryOf)];
  return { known, fresh, vanished: vanished.sort(byPlace), next: next.sort(byPlace) };
}

/** Adds the findings that have an entry to `known`, those of the same rule first; gives the entries that are left. */
function take(entries: readonly BaselineEntry[], found: readonly Finding[], known: Set<Finding>): BaselineEntry[] {
  const ofTheRule = (entry: BaselineEntry): string => `${entry.rule}\0${keyOf(entry)}`;
  return [ofTheRule, keyOf].reduce((left, key) => {
    const open = groupBy(left, key);
    for (const finding of found) if (!known.has(finding) && open.get(key(entryOf(finding)))?.pop()) known.add(finding);
    return [...open.values()].flat();
  }, entries.toSorted(byPlace));
}

/** Of the files that are gone, the one that shares most with these findings, of two alike the one of the same name, and else the first by name. */
function likest(
  to: string,
  found: readonly Finding[],
  gone: ReadonlySet<string>,
  owners: ReadonlyMap<string, readonly BaselineEntry[]>,
): string | undefined {
  const votes = new Map<string, number>();
  for (const key of new Set(found.map((finding) => keyOf(entryOf(finding))))) {
    for (const path of new Set((owners.get(key) ?? []).map((entry) => entry.path))) votes.set(path, (votes.get(path) ?? 0) + 1);
  }
  const rank = ([path, count]: [string, number]): number => count + (nameOf(path) === nameOf(to) ? 0.5 : 0);
  return [...votes].filter(([path]) => gone.has(path)).sort((a, b) => rank(b) - rank(a) || compare(a[0], b[0]))[0]?.[0];
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Whether a host may change, and by which means, can turn on what stands elsewhere in its file: the three rules of a retired host are one here. */
const RETIRED = new Set<string>(['retired-host', 'needs-review', 'unimportable-module']);

function keyOf({ rule, word, context }: BaselineEntry): string {
  return [RETIRED.has(rule) ? 'retired-host' : rule, word, context].join('\0');
}

function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return compare(a.path, b.path) || compare(a.rule, b.rule) || compare(a.context, b.context) || compare(a.word, b.word);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
