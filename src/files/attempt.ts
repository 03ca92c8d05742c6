import { setTimeout } from 'node:timers/promises';
import { UserError } from '../core/user-error.ts';
import { hashOf, type Journal, readJournal, removeRun } from './journal.ts';
import { temporaryName } from './name.ts';
import { createReader } from './read.ts';
import type { Store } from './store.ts';
import { type Undone, undo } from './undo.ts';
import { applyChanges, type ByteChange, type Refusal, writeOne } from './write.ts';

/** Changes that stand on the disk on trial: each file can be given its old contents and its new ones again, until all is settled or taken back. */
export interface Attempt {
  /** Paths of the files that could be written. */
  readonly paths: readonly string[];
  readonly failed: readonly Refusal[];
  /** As in `Outcome`. */
  readonly stoppedAt?: string;
  /** Gives the new contents to these files alone. Throws UserError for a file that someone else changed. */
  choose(paths: ReadonlySet<string>): Promise<void>;
  /** The files that do not hold what they were last given. */
  strayed(): string[];
  /** What was chosen stays, for good. */
  settle(): void;
  /** Does nothing once all is settled. */
  takeBack(): Undone;
}

/** Writes changes as `applyChanges` does, under a journal that says that they belong to a series of commits. */
export async function beginAttempt(store: Store, changes: readonly ByteChange[], signal: AbortSignal): Promise<Attempt> {
  const { root } = store;
  const { run, ...outcome } = await applyChanges(store, changes, signal, true);
  const journal: Journal | undefined = run === '' ? undefined : readJournal(store, run);
  const entries = journal?.files ?? [];
  const byPath = new Map(changes.map((change) => [change.path, change]));
  const chosen = new Set(entries.map(({ path }) => path));
  let written = Date.now();
  let settled = false;

  const give = (path: string, index: number, isNew: boolean): void => {
    const { before, after } = byPath.get(path)!;
    const change = isNew ? { path, before, after } : { path, before: after, after: before! };
    const reason = writeOne(root, change, temporaryName(run, index));
    if (reason !== undefined) throw new UserError(`${path} cannot be tried: ${reason}`);
    if (isNew) chosen.add(path);
    else chosen.delete(path);
  };
  return {
    ...outcome,
    paths: [...chosen],
    async choose(paths) {
      const switched = entries.filter(({ path }) => paths.has(path) !== chosen.has(path));
      if (switched.length === 0) return;
      await anotherSecond(written);
      for (const { path, index } of switched) give(path, index, paths.has(path));
      written = Date.now();
    },
    strayed() {
      const hashes = entries.map(({ path, before, after }) => ({ path, hash: chosen.has(path) ? after : before }));
      return hashes.filter(({ path, hash }) => hash !== hashNow(root, path)).map(({ path }) => path);
    },
    settle() {
      if (journal) removeRun(store, run);
      settled = true;
    },
    takeBack: () => (journal && !settled ? undo(store, run) : { run, restored: [], removed: [], refused: [] }),
  };
}

/** What compiles ahead, Python among it, knows a file by the whole second of its last change: no file is written twice in one. */
async function anotherSecond(last: number): Promise<void> {
  const left = 1000 - (last % 1000);
  if (Date.now() - last < left) await setTimeout(left - (Date.now() - last) + 1);
}

function hashNow(root: string, path: string): string | null {
  const read = createReader(root).read(path);
  return 'reason' in read ? null : hashOf(read);
}
