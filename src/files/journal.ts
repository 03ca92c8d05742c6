import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, lstatSync, openSync, readSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { faultOfName } from './place.ts';
import { reasonOf } from './reason.ts';
import { writeAll } from './replace.ts';
import { isRun, newRun, orderOf } from './run-name.ts';
import { listDirectory, makeDirectory, openKept, readKeptText, type Store, syncDirectory } from './store.ts';

const PATH = z.string().refine((name) => faultOfName(name) === undefined, 'leads out of the tree');
const COUNT = z.int().min(0);
const HASH = z.string().regex(/^[0-9a-f]{64}$/);
/** What one file can hold. */
const LONGEST = 2 ** 31;

/** One file of a run. */
const ENTRY = z.strictObject({
  path: PATH,
  /** Number of the entry in the run; part of the temporary file's name. */
  index: COUNT,
  /** Where its original bytes stand in `originals`. */
  offset: COUNT,
  length: COUNT.max(LONGEST),
  /** SHA-256 of the original; `null` for a file that the run created. */
  before: HASH.nullable(),
  after: HASH,
  /** Permission bits of the original. */
  mode: COUNT.max(0o777).nullable(),
});

/** What a run changed, and all that is needed to take it back. */
const JOURNAL = z.strictObject({
  version: z.literal(2),
  run: z.string().refine(isRun, 'is not the name of a run'),
  files: z.array(ENTRY).readonly(),
  /** Directories that the run created, outermost first. */
  directories: z.array(PATH).readonly(),
  /** Written for one commit of a series, and not yet known to be committed. */
  series: z.literal(true).exactOptional(),
});

export type JournalEntry = z.infer<typeof ENTRY>;
export type Journal = z.infer<typeof JOURNAL>;

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

/** Keeps the originals of a run, durably, before anything changes. Throws UserError, and leaves nothing behind, when that is not possible. */
export function beginJournal(
  store: Store,
  originals: readonly Original[],
  directories: readonly string[],
  inSeries: boolean,
): Journal {
  let offset = 0;
  const files = originals.map(({ path: file, before, after, mode }, index): JournalEntry => {
    const length = before?.length ?? 0;
    offset += length;
    const bits = mode === null ? null : mode & 0o777;
    return {
      path: file,
      index,
      offset: offset - length,
      length,
      before: before && hashOf(before),
      after: hashOf(after),
      mode: bits,
    };
  });
  let run = '';
  try {
    run = newRun(store);
    const journal: Journal = { version: 2, run, files, directories, ...(inSeries ? { series: true } : {}) };
    const home = makeDirectory(store, 'runs', run);
    writeDurably(
      path.join(home, 'originals'),
      originals.flatMap(({ before }) => before ?? []),
    );
    saveJournal(store, journal);
    for (let at = path.dirname(home); at.length >= store.base.length; at = path.dirname(at)) syncDirectory(at);
    return journal;
  } catch (error) {
    if (run !== '') removeRun(store, run);
    if (error instanceof UserError) throw error;
    const location = path.join(store.directory, 'runs', run);
    throw new UserError(`cannot keep a journal: ${reasonOf(error)}`, { hint: 'nothing was changed', location });
  }
}

/** Writes or replaces a run's journal.json at once. */
export function saveJournal(store: Store, journal: Journal): void {
  const home = makeDirectory(store, 'runs', journal.run);
  const file = path.join(home, 'journal.json');
  rmSync(`${file}.new`, { force: true });
  writeDurably(`${file}.new`, [Buffer.from(`${JSON.stringify(journal)}\n`)]);
  renameSync(`${file}.new`, file);
  syncDirectory(home);
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
export function listRuns(store: Store): string[] {
  return runsIn(store).filter((run) => isBegun(store, run));
}

/** The runs that were killed before all of their originals were kept. */
export function listUnbegun(store: Store): string[] {
  return runsIn(store).filter((run) => !isBegun(store, run));
}

function runsIn(store: Store): string[] {
  return listDirectory(store, 'runs')
    .filter((entry) => entry.isDirectory() && isRun(entry.name))
    .map(({ name }) => name)
    .sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));
}

function isBegun(store: Store, run: string): boolean {
  const file = path.join(store.directory, 'runs', run, 'journal.json');
  return lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** The journal of a run that `listRuns` names. Throws UserError when it is damaged. */
export function readJournal(store: Store, run: string): Journal {
  const location = path.join(store.directory, 'runs', run, 'journal.json');
  let value: unknown;
  try {
    value = JSON.parse(readKeptText(store, 'runs', run, 'journal.json'));
  } catch (error) {
    throw new UserError(`cannot read the journal of run ${run}: ${reasonOf(error)}`, { location });
  }
  const { data, error } = JOURNAL.safeParse(value);
  if (data?.run === run) return data;
  const [issue] = error?.issues ?? [];
  const place = issue ? `${z.core.toDotPath(issue.path)}: ${issue.message}` : 'it is the journal of another run';
  throw new UserError(`the journal of run ${run} is damaged: ${place}`, { location });
}

/** The original bytes of one file; `undefined` when they are no longer what the run kept. */
export function readOriginal(store: Store, run: string, entry: JournalEntry): Buffer | undefined {
  const descriptor = openKept(store, 'runs', run, 'originals');
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

/** Removes what was kept of a run, file by file: nothing that redomain does not put there. */
export function removeRun(store: Store, run: string): void {
  if (!isRun(run) || !listDirectory(store, 'runs').some((entry) => entry.name === run && entry.isDirectory())) return;
  const home = path.join(store.directory, 'runs', run);
  for (const name of ['journal.json', 'journal.json.new', 'originals']) rmSync(path.join(home, name), { force: true });
  try {
    rmdirSync(home);
  } catch {
    // Somebody keeps something else in it.
  }
}
