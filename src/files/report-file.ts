import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  copyFileSync,
  fchmodSync,
  fchownSync,
  ftruncateSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { attributesOf } from './linked.ts';
import { temporaryName } from './name.ts';
import { writeAll } from './replace.ts';

/** Where a report goes. */
export interface Sink {
  write(chunks: Iterable<string | Uint8Array>): Promise<void>;
}

type Chunks = Iterable<string | Uint8Array>;

/**
 * Finds out at once whether a file can take a report, so that this is known before anything else is done. A regular file keeps what it has until
 * the report is complete, and then has the whole of it; a device or a pipe is written as it is. `file`: absolute, links followed.
 */
export function openReportFile(file: string): Sink {
  const failure = (error: unknown): UserError =>
    new UserError(`cannot write ${file}: ${reasonOf(error)}`, { hint: 'name another file with --output' });
  try {
    const write = writerOf(file);
    return {
      async write(chunks) {
        try {
          write(chunks);
        } catch (error) {
          throw failure(error);
        }
      },
    };
  } catch (error) {
    throw failure(error);
  }
}

function writerOf(file: string): (chunks: Chunks) => void {
  const stat = isDevice(file) ? undefined : statSync(file, { throwIfNoEntry: false });
  if (isDevice(file) || (stat && !stat.isFile())) {
    const descriptor = openSync(file, 'w');
    return (chunks) => writeTo(descriptor, chunks);
  }
  if (stat) accessSync(file, constants.W_OK);
  try {
    accessSync(path.dirname(file), constants.W_OK | constants.X_OK);
  } catch (error) {
    if (!stat) throw error;
    // Nothing can be put beside it.
    const descriptor = openSync(file, 'r+');
    return (chunks) => {
      ftruncateSync(descriptor);
      writeTo(descriptor, chunks);
    };
  }
  return (chunks) => writeBeside(file, chunks);
}

/** What the shell and the system give as files: `/dev/stdout` may well be one. */
export function isDevice(file: string): boolean {
  return /^\/(?:dev|proc)\//.test(file);
}

function writeBeside(file: string, chunks: Chunks): void {
  const temporary = path.join(path.dirname(file), temporaryName(`report-${process.pid}`, 0));
  rmSync(temporary, { force: true });
  try {
    const descriptor = openSync(temporary, 'wx');
    keepAttributes(descriptor, file);
    writeTo(descriptor, chunks);
    place(temporary, file);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function keepAttributes(descriptor: number, file: string): void {
  const kept = attributesOf(file);
  if (!kept) return;
  try {
    fchownSync(descriptor, kept.uid, kept.gid);
  } catch {
    // Of another owner: whoever may write the directory has it from now on.
  }
  fchmodSync(descriptor, kept.mode);
}

/** A file that a container mounts alone cannot be replaced. */
function place(temporary: string, file: string): void {
  try {
    renameSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
    copyFileSync(temporary, file);
  }
}

function writeTo(descriptor: number, chunks: Chunks): void {
  try {
    for (const block of blocks(chunks)) writeAll(descriptor, block);
  } finally {
    closeSync(descriptor);
  }
}

/** GitHub drops the summary of a step that is larger. */
const SUMMARY = 1 << 20;

/** Appends to the summary of a step of GitHub Actions; gives why not, where it cannot: the report has been written elsewhere. */
export function appendSummary(file: string, chunks: Chunks): string | undefined {
  try {
    const taken = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const text = Buffer.concat([...blocks(chunks)]);
    if (taken + text.length >= SUMMARY) return 'no room in the summary of this step: GitHub takes at most 1 MiB';
    appendFileSync(file, text);
    return undefined;
  } catch (error) {
    return `no summary of this step: ${reasonOf(error)}`;
  }
}

const BLOCK = 1 << 16;

/** Few large pieces instead of many small ones. */
export function* blocks(chunks: Chunks): Generator<Buffer> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    waiting.push(bytes);
    size += bytes.length;
    if (size < BLOCK) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

/** What a system error means for what is written, as a sentence about it. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: 'its directory does not exist',
    ENOTDIR: 'its directory does not exist',
    EISDIR: 'it is a directory',
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left',
  };
  return known[code ?? ''] ?? message;
}
