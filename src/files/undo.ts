import { lstatSync, readFileSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { hashOf, type JournalEntry, listRuns, readJournal, readOriginal, removeRun } from './journal.ts';
import { removeTemporaries, removeUnbegun } from './leftovers.ts';
import { withLock } from './lock.ts';
import { temporaryName } from './name.ts';
import { faultOfPlace, removeIfEmpty } from './place.ts';
import { reasonOf } from './reason.ts';
import { replaceFile } from './replace.ts';
import { hasStore } from './store.ts';
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
export function undo(root: string, run?: string): Undone {
  if (!hasStore(root)) choose([], run);
  return withLock(root, () => {
    removeUnbegun(root);
    const journal = readJournal(root, choose(listRuns(root), run));
    removeTemporaries(root, journal);
    const restored: string[] = [];
    const removed: string[] = [];
    const refused: Refusal[] = [];
    for (const entry of journal.files) {
      const outcome = takeBack(root, journal.run, entry);
      if (outcome === 'restored') restored.push(entry.path);
      else if (outcome === 'removed') removed.push(entry.path);
      else if (outcome) refused.push({ path: entry.path, reason: outcome.reason });
    }
    for (const directory of journal.directories.toReversed()) removeIfEmpty(root, directory);
    if (refused.length === 0) removeRun(root, journal.run);
    return { run: journal.run, restored, removed, refused };
  });
}

function choose(runs: readonly string[], named: string | undefined): string {
  const chosen = named === undefined ? runs.at(-1) : runs.find((run) => run === named);
  if (chosen !== undefined) return chosen;
  if (runs.length === 0)
    throw new UserError('there is no run to undo', { hint: 'only what `redomain --write` changed can be taken back' });
  throw new UserError(`there is no run ${JSON.stringify(named)} to undo`, {
    hint: `runs that can be taken back: ${runs.join(', ')}`,
  });
}

/** Nothing to do: `undefined`. */
function takeBack(root: string, run: string, entry: JournalEntry): 'restored' | 'removed' | { reason: string } | undefined {
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
    const original = readOriginal(root, run, entry);
    if (!original) return { reason: 'original damaged in the journal' };
    const { uid, gid } = stat;
    replaceFile(file, path.join(path.dirname(file), temporaryName(run, entry.index)), original, {
      mode: entry.mode ?? stat.mode & 0o7777,
      uid,
      gid,
    });
    return 'restored';
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
