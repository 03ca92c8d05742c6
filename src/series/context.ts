import type { Prepared } from '../apply/apply.ts';
import type { Store } from '../files/store.ts';
import type { ByteChange } from '../files/write.ts';
import type { ScannedFile } from '../scan/scan.ts';
import { isStale, type ModulePlan } from '../ssot/module-plan.ts';
import type { Policy } from '../types/policy.ts';
import type { CommitReport, HeldFile } from '../types/report.ts';
import type { Verified } from './command.ts';
import type { Unit } from './groups.ts';
import type { Opened } from './open.ts';

/** What a series of commits is made of. */
export interface SeriesPlan {
  readonly root: string;
  readonly policy: Policy;
  readonly modules: readonly ModulePlan[];
  /** The files that change. */
  readonly files: readonly ScannedFile[];
}

/** Who is told how a series goes. */
export interface Listener {
  /** What is done next, in a few words. */
  readonly onStep?: (step: string) => void;
  /** What the command of `--verify` writes. */
  readonly onOutput?: (text: string) => void;
}

/** Files that the command fails with. */
export interface RejectedUnit {
  readonly unit: Unit;
  readonly group: string;
  readonly answer: Verified;
  /** How many commits there were when it was tried. */
  readonly after: number;
}

/** What all steps of a series share, and what they have come to so far. */
export interface Context {
  readonly root: string;
  readonly store: Store;
  readonly opened: Opened;
  readonly raised: AbortSignal;
  readonly listener: Listener;
  /** The commit before the first of the series, also where this run goes on with one that was killed. */
  readonly base: string;
  /** Domain modules that are written. */
  readonly stale: readonly string[];
  readonly changes: Prepared['changes'];
  readonly bytes: ReadonlyMap<string, ByteChange>;
  /** Files that could not be written, with the reason. */
  readonly failed: Map<string, string>;
  /** Files that stay as they were. */
  readonly held: HeldFile[];
  readonly commits: CommitReport[];
  readonly committed: Set<string>;
  /** Files that hooks changed. */
  readonly reshaped: Set<string>;
  /** How often the command was run. */
  runs: number;
}

export function createContext(
  { root, modules }: SeriesPlan,
  { changes, bytes, failed }: Prepared,
  given: Pick<Context, 'store' | 'opened' | 'raised' | 'listener' | 'base'>,
): Context {
  return {
    root,
    ...given,
    stale: modules.filter(isStale).map(({ module }) => module.file),
    changes,
    bytes: new Map(bytes.map((change) => [change.path, change])),
    failed,
    held: [],
    commits: [],
    committed: new Set(),
    reshaped: new Set(),
    runs: 0,
  };
}
