import { appendFileSync, closeSync, openSync, statSync, writeSync } from 'node:fs';
import { UserError } from './errors.ts';

/** Where a report goes. */
export interface Sink {
  write(chunks: Iterable<string | Uint8Array>): Promise<void>;
}

const BLOCK = 1 << 16;

/** Opens a file for a report, at once, so that a path that cannot be written is known before anything else is done. */
export function fileSink(path: string): Sink {
  const failure = (error: unknown): UserError =>
    new UserError(`cannot write ${path}: ${reasonOf(error)}`, { hint: 'name another file with --output' });
  let file: number;
  try {
    file = openSync(path, 'w');
  } catch (error) {
    throw failure(error);
  }
  return {
    async write(chunks) {
      try {
        for (const block of blocks(chunks)) writeAll(file, block);
        closeSync(file);
      } catch (error) {
        throw failure(error);
      }
    },
  };
}

/** Standard output, waiting where the reader is slow. A reader that goes away (`| head`) ends it quietly. */
export function stdoutSink(): Sink {
  return {
    async write(chunks) {
      const { stdout } = process;
      let failure: NodeJS.ErrnoException | undefined;
      stdout.on('error', (error: NodeJS.ErrnoException) => {
        failure ??= error;
      });
      for (const block of blocks(chunks)) {
        if (failure) break;
        await new Promise<void>((resolve) => stdout.write(block, () => resolve()));
      }
      if (failure && failure.code !== 'EPIPE') throw new UserError(`cannot write to stdout: ${reasonOf(failure)}`);
    },
  };
}

/** GitHub drops the summary of a step that is larger. */
const SUMMARY = 1 << 20;

/** Appends to the summary of a step of GitHub Actions, or says on stderr why not: the report has been written elsewhere. */
export function appendSummary(path: string, chunks: Iterable<string | Uint8Array>): void {
  try {
    const taken = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const text = Buffer.concat([...blocks(chunks)]);
    if (taken + text.length < SUMMARY) appendFileSync(path, text);
    else process.stderr.write('redomain: no room in the summary of this step: GitHub takes at most 1 MiB\n');
  } catch (error) {
    process.stderr.write(`redomain: no summary of this step: ${reasonOf(error)}\n`);
  }
}

/** Few large pieces instead of many small ones. */
function* blocks(chunks: Iterable<string | Uint8Array>): Generator<Buffer> {
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

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const known: Record<string, string> = {
    ENOENT: 'its directory does not exist',
    EISDIR: 'it is a directory',
    EACCES: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left',
  };
  return known[code ?? ''] ?? message;
}
