import { createHash } from 'node:crypto';
import { splice } from '../core/edits.ts';
import { Interrupted, UserError } from '../core/user-error.ts';
import { unfaithful } from '../files/faithful.ts';
import { holdLock } from '../files/lock.ts';
import { type Contents, createReader, decode, encode } from '../files/read.ts';
import type { Store } from '../files/store.ts';
import { type Undone, undo } from '../files/undo.ts';
import { applyChanges, type ByteChange, type Refusal } from '../files/write.ts';
import { failingPaths } from '../plan/outcome.ts';
import type { ScannedFile } from '../scan/scan.ts';
import type { ModulePlan } from '../ssot/module-plan.ts';
import type { Change, Report, SeriesReport } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';

/** What was written: the run that `undo` takes, the files that were left as they were, and the texts before and after. */
export interface Applied {
  readonly run?: string;
  readonly failed: ReadonlyMap<string, string>;
  readonly changes: readonly Change[];
  /** Where it was committed, with the files that were held back. */
  readonly series?: SeriesReport;
}

/** What is ready to be written: texts, bytes, domain modules first; and the files that must stay as they are, with the reason. */
export interface Prepared {
  readonly changes: readonly Change[];
  readonly bytes: readonly ByteChange[];
  readonly failed: Map<string, string>;
}

/** The changes of a plan, domain modules first; files are read when they are asked for. */
export function* plannedChanges(
  root: string,
  modules: readonly ModulePlan[],
  files: readonly ScannedFile[],
  contents?: Contents,
): Iterable<Change> {
  yield* modules.map(moduleChange);
  const reader = createReader(root, contents);
  for (const file of files) {
    const read = reader.read(file.path);
    const decoded = 'reason' in read ? read : decode(read);
    if ('text' in decoded) {
      const { text, encoding } = decoded;
      yield { path: file.path, before: text, after: splice(text, file.report.edits), encoding };
    }
  }
}

/** Of what would change, what makes a check fail. */
export function whatFails(
  report: Report,
  modules: readonly ModulePlan[],
  files: readonly ScannedFile[],
): [ModulePlan[], ScannedFile[]] {
  const failing = failingPaths(report);
  return [modules.filter(({ module }) => failing(module.file)), files.filter(({ path }) => failing(path))];
}

/** Gives the files of a root as they were before a run; `undefined` for what is not there or no text. Read when asked for. */
export function sourcesOf(root: string, applied?: Applied, contents?: Contents): (path: string) => SourceFile | undefined {
  const before = new Map((applied?.changes ?? []).map((change) => [change.path, change]));
  const reader = createReader(root, contents);
  return (path) => {
    const change = before.get(path);
    if (change) return change.created ? undefined : { path, text: change.before, encoding: change.encoding ?? 'utf8' };
    const read = reader.read(path);
    const decoded = 'reason' in read ? read : decode(read);
    return 'text' in decoded ? { path, ...decoded } : undefined;
  };
}

/** Reads all files of a plan and makes their new contents; `contents`: bytes that the plan took for those of the work tree. */
export function prepare(
  root: string,
  modules: readonly ModulePlan[],
  files: readonly ScannedFile[],
  contents?: Contents,
): Prepared {
  const changes: Change[] = modules.map(moduleChange);
  const bytes: ByteChange[] = modules.map(({ module, text, before }) => ({
    path: module.file,
    before,
    after: Buffer.from(text),
  }));
  const failed = new Map<string, string>();
  const reader = createReader(root, contents);
  for (const file of files) {
    const change = rewritten(reader, file);
    if ('reason' in change) failed.set(file.path, change.reason);
    else {
      bytes.push({ path: file.path, before: change.bytes, after: change.encoded });
      changes.push({ path: file.path, before: change.before, after: change.after, encoding: change.encoding });
    }
  }
  return { changes, bytes, failed };
}

/** Writes a plan under one journal, as `applyPrepared` does. */
export async function applyPlan(
  store: Store,
  modules: readonly ModulePlan[],
  files: readonly ScannedFile[],
  raised: AbortSignal,
): Promise<Applied> {
  return applyPrepared(store, modules, prepare(store.root, modules, files), raised);
}

/**
 * Writes what is ready under one journal. Everything imports the domain modules: when one of them cannot be written, nothing is; nor when
 * `raised` tells of a signal before the end. Throws UserError then.
 */
export async function applyPrepared(
  store: Store,
  modules: readonly ModulePlan[],
  { changes, bytes, failed }: Prepared,
  raised: AbortSignal,
): Promise<Applied> {
  if (bytes.length === 0) return { failed, changes };
  const release = holdLock(store);
  try {
    const applied = await applyChanges(store, bytes, raised);
    for (const { path, reason } of applied.failed) failed.set(path, reason);
    if (applied.stoppedAt !== undefined)
      throw new Interrupted(String(raised.reason), `stopped by ${raised.reason} before ${applied.stoppedAt}`, {
        hint: takenBack(store, applied.run),
      });
    const lost = applied.failed.find(({ path }) => modules.some(({ module }) => module.file === path));
    if (lost) throw unwritable(lost, takenBack(store, applied.run));
    return outcomeOf(applied.run, failed, changes);
  } finally {
    release();
  }
}

/** That a domain module cannot be written; `state`: what became of the rest, as a sentence. */
export function unwritable({ path, reason }: Refusal, state?: string): UserError {
  return new UserError(`The domain module ${path} cannot be written: ${reason}.`, {
    hint: `${state === undefined ? '' : `${state} `}Make its directory writable, or name another file under "modules".`,
  });
}

/** Undoes what a run wrote, and says so. */
export function takenBack(store: Store, run: string): string {
  return run === '' ? 'Nothing was changed.' : (notTakenBack(undo(store, run)) ?? NOTHING_STAYED);
}

/** What is said where all that a run wrote was taken back. */
export const NOTHING_STAYED = 'Nothing was changed: what had been written is as it was before.';

/** What undoing a run could not take back, as sentences, where there is such a thing. */
export function notTakenBack({ run, refused }: Undone): string | undefined {
  if (refused.length === 0) return undefined;
  const names = refused.map(({ path, reason }) => `${path} (${reason})`);
  return `Not taken back: ${names.join(', ')}. Try \`redomain undo ${run}\`.`;
}

function outcomeOf(run: string, failed: ReadonlyMap<string, string>, changes: readonly Change[]): Applied {
  return { ...(run ? { run } : {}), failed, changes: changes.filter(({ path }) => !failed.has(path)) };
}

function moduleChange({ module, text, before }: ModulePlan): Change {
  return {
    path: module.file,
    before: before?.toString('utf8') ?? '',
    after: text,
    ...(before === null ? { created: true } : {}),
  };
}

/** The file as it will be written; or why it will not: it changed since, or its bytes would not be those that were proved. */
function rewritten(reader: ReturnType<typeof createReader>, { path, report, digest }: ScannedFile) {
  const read = reader.read(path);
  if ('reason' in read) return read;
  const bytes = Buffer.from(read);
  if (createHash('sha256').update(bytes).digest('hex') !== digest) return { reason: 'changed since it was read' };
  const decoded = decode(bytes);
  if ('reason' in decoded) return decoded;
  const { text, encoding } = decoded;
  const after = splice(text, report.edits);
  const encoded = encode(after, encoding);
  const fault = unfaithful({ before: bytes, after: encoded, text, encoding, edits: report.edits });
  return fault ? { reason: `not proven: ${fault}` } : { bytes, encoded, encoding, before: text, after };
}
