import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { reasonOf } from './reason.ts';
import { writeAll } from './replace.ts';
import { ensureStore, syncDirectory } from './store.ts';

/** One file of a run. `offset` and `length` say where its original bytes stand in `originals`. */
export interface JournalEntry {
  readonly path: string;
  /** Number of the entry in the run; part of the temporary file's name. */
  readonly index: number;
  readonly offset: number;
  readonly length: number;
  /** SHA-256 of the original; `null` for a file that the run created. */
  readonly before: string | null;
  readonly after: string;
  /** Permission bits of the original. */
  readonly mode: number | null;
}

/** What a run changed, and all that is needed to take it back. */
export interface Journal {
  readonly version: 1;
  readonly run: string;
  readonly files: readonly JournalEntry[];
  /** Directories that the run created, outermost first. */
  readonly directories: readonly string[];
  /** Written for one commit of a series, and not yet known to be committed. */
  readonly series?: true;
}

/** A file as the journal needs it. */
export interface Original {
  readonly path: string;
  readonly before: Buffer | null;
  readonly after: Buffer;
  readonly mode: number | null;
}

/** SHA-256, as hexadecimal digits. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The name of a run that begins now; names sort by time. */
export function newRun(): string {
  return `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`;
}

/** Keeps the originals of a run, durably, before anything changes. Throws UserError, and leaves nothing behind, when that is not possible. */
export function beginJournal(
  root: string,
  originals: readonly Original[],
  directories: readonly string[],
  inSeries: boolean,
): Journal {
  const runs = path.join(ensureStore(root), 'runs');
  const run = newRun();
  const home = path.join(runs, run);
  let offset = 0;
  const files = originals.map(({ path: file, before, after, mode }, index): JournalEntry => {
    const length = before?.length ?? 0;
    offset += length;
    return { path: file, index, offset: offset - length, length, before: before && hashOf(before), after: hashOf(after), mode };
  });
  const journal: Journal = { version: 1, run, files, directories, ...(inSeries ? { series: true } : {}) };
  try {
    mkdirSync(home, { recursive: true });
    writeDurably(
      path.join(home, 'originals'),
      originals.flatMap(({ before }) => before ?? []),
    );
    saveJournal(root, journal);
    for (const directory of [runs, path.dirname(runs), root]) syncDirectory(directory);
  } catch (error) {
    rmSync(home, { recursive: true, force: true });
    throw new UserError(`cannot keep a journal: ${reasonOf(error)}`, { hint: 'nothing was changed', location: home });
  }
  return journal;
}

/** Writes or replaces a run's journal.json at once. */
export function saveJournal(root: string, journal: Journal): void {
  const file = path.join(homeOf(root, journal.run), 'journal.json');
  rmSync(`${file}.new`, { force: true });
  writeDurably(`${file}.new`, [Buffer.from(`${JSON.stringify(journal)}\n`)]);
  renameSync(`${file}.new`, file);
  syncDirectory(path.dirname(file));
}

function writeDurably(file: string, parts: readonly Buffer[]): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    for (const part of parts) writeAll(descriptor, part);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The runs that can be taken back, oldest first. */
export function listRuns(root: string): string[] {
  const runs = path.join(root, '.redomain', 'runs');
  if (!existsSync(runs)) return [];
  return readdirSync(runs)
    .filter((run) => existsSync(path.join(runs, run, 'journal.json')))
    .sort();
}

/** The journal of a run that `listRuns` names. Throws UserError when it is damaged. */
export function readJournal(root: string, run: string): Journal {
  const file = path.join(homeOf(root, run), 'journal.json');
  try {
    const journal = JSON.parse(readFileSync(file, 'utf8')) as Journal;
    if (journal.version === 1 && journal.run === run && Array.isArray(journal.files)) return journal;
  } catch (error) {
    throw new UserError(`cannot read the journal of run ${run}: ${reasonOf(error)}`, { location: file });
  }
  throw new UserError(`the journal of run ${run} is of another version of redomain`, { location: file });
}

/** The original bytes of one file; `undefined` when they are no longer what the run kept. */
export function readOriginal(root: string, run: string, entry: JournalEntry): Buffer | undefined {
  const descriptor = openSync(path.join(homeOf(root, run), 'originals'), 'r');
  try {
    const bytes = Buffer.alloc(entry.length);
    for (let at = 0; at < entry.length; ) {
      const count = readSync(descriptor, bytes, at, entry.length - at, entry.offset + at);
      if (count === 0) break;
      at += count;
    }
    return hashOf(bytes) === entry.before ? bytes : undefined;
  } finally {
    closeSync(descriptor);
  }
}

/** Removes all that was kept of a run. */
export function removeRun(root: string, run: string): void {
  rmSync(homeOf(root, run), { recursive: true, force: true });
}

function homeOf(root: string, run: string): string {
  return path.join(root, '.redomain', 'runs', run);
}
