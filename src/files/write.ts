import { accessSync, constants, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beginJournal, type Journal, removeRun, saveJournal } from './journal.ts';
import { removeLeftovers } from './leftovers.ts';
import { holdLock } from './lock.ts';
import { temporaryName } from './name.ts';
import { faultOfPlace, missingDirectories, removeIfEmpty } from './place.ts';
import { reasonOf } from './reason.ts';
import { type Attributes, replaceFile } from './replace.ts';
import type { Store } from './store.ts';

/** New contents of one file. `path` is relative to the root, with `/`; `before` is what the plan was made of, `null` for a file that does not exist. */
export interface ByteChange {
  readonly path: string;
  readonly before: Buffer | null;
  readonly after: Buffer;
}

/** A file that was left as it was, and why: a lower-case noun phrase. */
export interface Refusal {
  readonly path: string;
  readonly reason: string;
}

/** What came of a list of changes. */
export interface Outcome {
  /** What `undo` takes; empty when nothing was written. */
  readonly run: string;
  readonly failed: readonly Refusal[];
  /** Set when the signal was raised: the file before which the writing stopped. */
  readonly stoppedAt?: string;
}

/**
 * Writes all changes, each file at once, after a journal of the originals is on the disk. Stops between two files once `signal` is raised.
 * Left alone and named: what changed since it was read, what is read-only, and what has further names (hard links), which a replacement would part.
 * Mode and owner stay; access control lists and extended attributes do not. `inSeries`: for one commit of a series. Throws UserError, with nothing changed, when no journal can be kept.
 */
export async function applyChanges(
  store: Store,
  changes: readonly ByteChange[],
  signal?: AbortSignal,
  inSeries = false,
): Promise<Outcome> {
  if (changes.length === 0) return { run: '', failed: [] };
  const { root } = store;
  const release = holdLock(store);
  try {
    removeLeftovers(store);
    const failed: Refusal[] = [];
    const ready: (ByteChange & { readonly mode: number | null })[] = [];
    for (const change of changes) {
      const found = inspect(root, change);
      if ('reason' in found) failed.push({ path: change.path, reason: found.reason });
      else ready.push({ ...change, mode: found.attributes?.mode ?? null });
    }
    if (ready.length === 0) return { run: '', failed };
    const directories = [
      ...new Set(ready.filter(({ before }) => before === null).flatMap((change) => missingDirectories(root, change.path))),
    ];
    const journal = beginJournal(store, ready, directories.sort(), inSeries);
    const written = new Set<string>();
    let stoppedAt: string | undefined;
    for (const [index, change] of ready.entries()) {
      await signalsToArrive();
      if (signal?.aborted) {
        stoppedAt = change.path;
        break;
      }
      const reason = writeOne(root, change, temporaryName(journal.run, index));
      if (reason === undefined) written.add(change.path);
      else failed.push({ path: change.path, reason });
    }
    const stopped = stoppedAt === undefined ? {} : { stoppedAt };
    if (written.size === 0) {
      for (const directory of journal.directories.toReversed()) removeIfEmpty(root, directory);
      removeRun(store, journal.run);
      return { run: '', failed, ...stopped };
    }
    if (written.size < ready.length) forget(store, journal, written);
    return { run: journal.run, failed, ...stopped };
  } finally {
    release();
  }
}

/** Node runs signal handlers between turns of its event loop only. */
function signalsToArrive(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Takes what was not written out of the journal. Where that fails, `undo` finds those files as they were, which is no harm. */
function forget(store: Store, journal: Journal, written: ReadonlySet<string>): void {
  try {
    saveJournal(store, { ...journal, files: journal.files.filter((entry) => written.has(entry.path)) });
  } catch {
    // The disk may be full: the journal that began the run still stands.
  }
}

/** Writes one file, and looks once more before it does; the answer is why it did not. `temporary`: a name that is free in its directory. */
export function writeOne(root: string, change: ByteChange, temporary: string): string | undefined {
  const found = inspect(root, change);
  if ('reason' in found) return found.reason;
  const file = path.join(root, change.path);
  const directory = path.dirname(file);
  try {
    if (change.before === null) mkdirSync(directory, { recursive: true });
    replaceFile(file, path.join(directory, temporary), change.after, found.attributes);
    return undefined;
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'fchown' && code === 'EPERM') return 'of another owner, which a replacement would lose';
    if (syscall === 'open' && (code === 'EACCES' || code === 'EPERM')) return 'no permission to write in its directory';
    return reasonOf(error);
  }
}

/** What the present file's replacement must keep, if there is one; or why the change may not be written now. */
function inspect(root: string, change: ByteChange): { readonly attributes?: Attributes } | { readonly reason: string } {
  const fault = faultOfPlace(root, change.path);
  if (fault) return { reason: fault };
  const file = path.join(root, change.path);
  try {
    const stat = lstatSync(file, { throwIfNoEntry: false });
    if (change.before === null) return stat ? { reason: 'there is such a file by now' } : {};
    if (!stat) return { reason: 'no longer there' };
    if (stat.isSymbolicLink()) return { reason: 'symbolic link' };
    if (!stat.isFile()) return { reason: 'not a regular file' };
    if (stat.nlink > 1) return { reason: `hard link (the file has ${stat.nlink} names, which a replacement would part)` };
    if ((stat.mode & 0o200) === 0) return { reason: 'read-only' };
    accessSync(file, constants.W_OK);
    if (!readFileSync(file).equals(change.before)) return { reason: 'changed since it was read' };
    return { attributes: { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid } };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}
