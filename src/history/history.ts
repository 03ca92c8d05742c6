import { moduleProfileOf } from '../../transforms/languages.ts';
import { compilePrefilter } from '../core/compile-prefilter.ts';
import { compileScope } from '../core/scope.ts';
import { narrowed } from '../files/discover.ts';
import { type Commit, lineageOf, openBlobs, type TreeChange, treeChanges } from '../files/git-history.ts';
import { isWide } from '../files/read.ts';
import type { History, HistoryPoint, StateCounts } from '../types/inventory.ts';
import type { Policy } from '../types/policy.ts';
import { createLook } from './look.ts';
import { sampled } from './sampling.ts';
import { beginningOf } from './since.ts';
import { createSum } from './sum.ts';

export interface HistoryOptions {
  readonly root: string;
  readonly cwd: string;
  /** Files, directories or globs, as of a run; none: all. */
  readonly paths: readonly string[];
  /** A commit or a time. */
  readonly since?: string;
  readonly now: Date;
  readonly onProgress?: (done: number, total: number, noun: string) => void;
}

/** Counts by what is retired and canonical today; with `apexes`, only hosts below these domains. */
export type Count = (policy: Policy, apexes: readonly string[]) => Promise<History>;

/** Bytes of a file that is still looked at. */
const LONGEST = 1 << 27;

/** Finds the commits of a history along the first parents of HEAD, and gives what counts the files with hosts in them. Throws UserError. */
export async function openHistory(options: HistoryOptions): Promise<Count> {
  const { root, since, now } = options;
  const { commits: lineage, shallow } = await lineageOf(root);
  const commits = since === undefined ? lineage : lineage.slice(await beginningOf(root, lineage, since, now));
  const { sampling, indices } = sampled(commits.map(({ time }) => time));
  const chosen = indices.map((index) => commits[index]!);
  return async (policy, apexes) => ({
    ...(since === undefined ? {} : { since }),
    ...(apexes.length > 0 ? { apexes } : {}),
    ...{ commits: commits.length, sampling, shallow },
    ...(await walk(chosen, policy, apexes, options)),
  });
}

/**
 * Goes from commit to commit. Only what differs from one to the next is looked at, and each content once, wherever and whenever it stood. Holds the
 * differences of one commit, and one content, at a time.
 */
async function walk(
  commits: readonly Commit[],
  policy: Policy,
  apexes: readonly string[],
  { root, cwd, paths, onProgress }: HistoryOptions,
): Promise<Pick<History, 'blobs' | 'points'>> {
  const scope = compileScope(policy, moduleProfileOf);
  const isAmong = narrowed(root, paths, cwd);
  const reader = openReader(root, policy, apexes);
  const sum = createSum((path) => path === policy.configFile || scope.delivery(path) === 'keep');
  const points: HistoryPoint[] = [];
  try {
    const trees = commits.map(({ tree }) => tree);
    for await (const changes of treeChanges(root, trees)) {
      onProgress?.(points.length, commits.length, 'commits');
      const counted = changes.filter(({ path }) => isAmong(path) && !scope.ignores(path));
      await reader.read(counted);
      for (const { path, blob } of counted) sum.set(path, blob === undefined ? undefined : reader.holds(blob));
      const { id, time } = commits[points.length]!;
      points.push({ commit: id, date: new Date(time * 1000).toISOString().replace('.000', ''), ...sum.now() });
    }
    await reader.close();
  } finally {
    reader.stop();
  }
  onProgress?.(commits.length, commits.length, 'commits');
  return { blobs: reader.counts, points };
}

interface Reader {
  /** Looks at the contents that have not been looked at. */
  read(changes: readonly TreeChange[]): Promise<void>;
  /** What stands in a content that has been. */
  holds(blob: string): StateCounts | undefined;
  readonly counts: History['blobs'];
  close(): Promise<void>;
  stop(): void;
}

function openReader(root: string, policy: Policy, apexes: readonly string[]): Reader {
  const prefilter = compilePrefilter(policy);
  const look = createLook(policy, apexes);
  const blobs = openBlobs(root, prefilter.room, LONGEST);
  const seen = new Set<string>();
  const found = new Map<string, StateCounts>();
  const counts = { read: 0, missing: 0, large: 0 };
  const visit = (blob: string, bytes: Buffer): void => {
    const holds = isWide(bytes) || prefilter.mayHold(bytes.length) ? look(bytes) : undefined;
    if (holds) found.set(blob, holds);
  };
  return {
    async read(changes) {
      const unseen = new Set(changes.flatMap(({ blob }) => (blob === undefined || seen.has(blob) ? [] : [blob])));
      for (const blob of unseen) seen.add(blob);
      const answers = await blobs.read([...unseen], visit);
      for (const answer of ['read', 'missing', 'large'] as const) counts[answer] += answers[answer];
    },
    holds: (blob) => found.get(blob),
    counts,
    close: blobs.close,
    stop: blobs.stop,
  };
}
