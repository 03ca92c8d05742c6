import type { GitAnswer } from '../files/git-files.ts';
import type { Store } from '../files/store.ts';
import type { InteractiveRequest } from '../interactive/interaction.ts';
import type { ShardOptions } from '../report/shard.ts';
import type { Batch } from '../scan/scan.ts';
import type { Asked } from '../scan/selection.ts';
import type { Listener } from '../series/context.ts';
import type { CommitRequest } from '../series/open.ts';
import type { Change, Report } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';

/** What a run is asked for. */
export interface RunOptions extends Asked, Listener {
  readonly command: 'plan' | 'write' | 'check';
  readonly config?: string;
  /** Also rewrites what is for review, where a rewrite is possible. */
  readonly unsafe: boolean;
  /** Threads at most; default the cores. */
  readonly jobs?: number;
  /** The baseline of a check, relative to `cwd`; else the one beside the configuration, where there is one. */
  readonly baseline?: string;
  /** Writes the baseline anew, with all that the check finds. */
  readonly updateBaseline?: boolean;
  /** Looks at one of several parts of the tree; `merge.ts` puts the parts together again. */
  readonly shard?: ShardOptions;
  /** With `write`: commits what is written, group by group. */
  readonly commit?: CommitRequest;
  /** With `write`: asks what of the plan to apply. */
  readonly interactive?: InteractiveRequest;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told what went wrong without harm to the result. */
  readonly onTrouble?: (message: string) => void;
}

export interface RunResult {
  readonly report: Report;
  /** What the plan changes, domain modules first, then files in path order; read when asked for. */
  readonly changes: () => Iterable<Change>;
  /** A file as it was before the run; `undefined` where there is none. */
  readonly sourceOf: (path: string) => SourceFile | undefined;
  readonly exitCode: 0 | 1 | 2;
}

/** Of a run that takes what earlier ones found of files that are the same since, and keeps what it finds. */
export interface Cached {
  readonly store: Store;
  readonly asked: Promise<GitAnswer | undefined>;
  /** Keeps the whole report. */
  readonly keep: (report: Report, batch: Batch, scanned: readonly string[]) => void | Promise<void>;
}
