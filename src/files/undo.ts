import { lstatSync, readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { hashOf, type JournalEntry, listRuns, readJournal, readOriginal, removeRun } from './journal.ts';
import { removeTemporaries, removeUnbegun } from './leftovers.ts';
import { withLock } from './lock.ts';
import { temporaryName } from './name.ts';
import { oldRuns } from './old-store.ts';
import { faultOfPlace, removeIfEmpty } from './place.ts';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace.ts';
import { hasStore, type Store } from './store.ts';
import type { Refusal } from './write.ts';

/** What became of the files of a run. What was as before already is in none of the lists. */
export interface Undone {
  readonly run: string;
  readonly restored: readonly string[];
  /** Files that the run had created. */
  readonly removed: readonly string[];
  readonly refused: readonly Refusal[];
}

/**
 * Takes back a run (the latest, unless one is named), also one that was killed: contents byte for byte, and modes. A file that changed since is refused, the others are restored.
 * The run is forgotten when all of it is taken back. Throws UserError when there is no such run.
 */
export function undo(store: Store, run?: string): Undone {
  const { root } = store;
  if (!hasStore(store)) choose(root, [], run);
  return withLock(store, () => {
    removeUnbegun(store);
    const journal = readJournal(store, choose(root, listRuns(store), run));
    removeTemporaries(root, journal);
    const restored: string[] = [];
    const removed: string[] = [];
    const refused: Refusal[] = [];
    for (const entry of journal.files) {
      const outcome = takeBack(store, journal.run, entry);
      if (outcome === 'restored') restored.push(entry.path);
      else if (outcome === 'removed') removed.push(entry.path);
      else if (outcome) refused.push({ path: entry.path, reason: outcome.reason });
    }
    for (const directory of journal.directories.toReversed()) removeIfEmpty(root, directory);
    if (refused.length === 0) removeRun(store, journal.run);
    return { run: journal.run, restored, removed, refused };
  });
}

function choose(root: string, runs: readonly string[], named: string | undefined): string {
  const chosen = named === undefined ? runs.at(-1) : runs.find((run) => run === named);
  if (chosen !== undefined) return chosen;
  const old = oldRuns(root);
  if (named === undefined ? runs.length === 0 && old.length > 0 : old.includes(named))
    throw ofOldStore(root, named ?? old.at(-1)!);
  if (runs.length === 0)
    throw new UserError('there is no run to undo', { hint: 'only what `redomain --write` changed can be taken back' });
  throw new UserError(`there is no run ${JSON.stringify(named)} to undo`, {
    hint: `runs that can be taken back: ${runs.join(', ')}`,
  });
}

function ofOldStore(root: string, run: string): UserError {
  return new UserError(`run ${run} was kept by redomain 0.1 in the tree, where a commit can put anything: it is not taken back`, {
    location: path.join(root, '.redomain', 'runs', run),
    hint: `if it is yours, \`npx redomain@0.1 undo ${run}\` takes it back; where all was committed before it, \`git restore .\` does`,
  });
}

/** Nothing to do: `undefined`. */
function takeBack(store: Store, run: string, entry: JournalEntry): 'restored' | 'removed' | { reason: string } | undefined {
  const { root } = store;
  const fault = faultOfPlace(root, entry.path);
  if (fault) return { reason: fault };
  const file = path.join(root, entry.path);
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (!stat) return entry.before === null ? undefined : { reason: 'no longer there' };
    if (!stat.isFile()) return { reason: 'no regular file any more' };
    const hash = hashOf(readFileSync(file));
    if (hash === entry.before) return undefined;
    if (hash !== entry.after) return { reason: 'changed since the run' };
    if (entry.before === null) {
      unlinkSync(file);
      return 'removed';
    }
    const original = readOriginal(store, run, entry);
    if (!original) return { reason: 'original damaged in the journal' };
    const { uid, gid } = stat;
    replaceFile(file, path.join(path.dirname(file), temporaryName(run, entry.index)), original, {
      mode: entry.mode === null ? stat.mode & 0o7777 : (stat.mode & 0o7000) | entry.mode,
      uid,
      gid,
    });
    return 'restored';
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
