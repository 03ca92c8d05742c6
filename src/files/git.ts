import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../errors.ts';
import { started } from './started.ts';

/** What git said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: Buffer;
  /** What it wrote to stderr: trimmed, in English. */
  readonly words: string;
}

/** Runs git in a directory, as if no hook had called; `undefined` when it is not installed. */
export function run(root: string, command: readonly string[], input?: string): Promise<Ended | undefined> {
  return start(root, ['-c', 'core.fsmonitor=false', ...command], { LC_ALL: 'C' }, input);
}

/** The same, for what runs hooks: they have the settings and the language of the person who called, and so have `words`. */
export function runWithHooks(root: string, command: readonly string[], input: string): Promise<Ended | undefined> {
  return start(root, command, {}, input);
}

async function start(
  root: string,
  words: readonly string[],
  extra: NodeJS.ProcessEnv,
  input?: string,
): Promise<Ended | undefined> {
  const child = spawned(root, words, extra, input !== undefined);
  const output: Buffer[] = [];
  child.stdout!.on('data', (chunk: Buffer) => output.push(chunk));
  child.stdin?.on('error', () => {}).end(input);
  const ended = await endOf(child);
  return ended && { ...ended, output: Buffer.concat(output) };
}

function spawned(root: string, words: readonly string[], extra: NodeJS.ProcessEnv, asks: boolean): ChildProcess {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...rest } = process.env;
  return started(
    spawn('git', words, { cwd: root, env: { ...rest, ...extra }, stdio: [asks ? 'pipe' : 'ignore', 'pipe', 'pipe'] }),
  );
}

/** How a git ends; `undefined` when it is not installed. */
function endOf(child: ChildProcess): Promise<Omit<Ended, 'output'> | undefined> {
  const errors: Buffer[] = [];
  child.stderr!.on('data', (chunk: Buffer) => errors.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(undefined) : reject(error)));
    child.on('close', (code) => resolve({ code, words: Buffer.concat(errors).toString('utf8').trim() }));
  });
}

/** A git that is asked line by line and answers meanwhile. */
export interface Conversation {
  readonly input: Writable;
  readonly output: Readable;
  /** Throws UserError when git has failed. */
  ended(): Promise<void>;
  /** Ends it, whatever it does. */
  stop(): void;
}

/** Begins a conversation. Git connects to nothing for it, although a partial clone lacks contents. */
export function converse(root: string, command: readonly string[]): Conversation {
  const words = ['-c', 'core.fsmonitor=false', '-c', 'protocol.allow=never', ...command];
  const child = spawned(root, words, { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1' }, true);
  const ending = endOf(child);
  ending.catch(() => {});
  child.stdin!.on('error', () => {});
  return {
    input: child.stdin!,
    output: child.stdout!,
    async ended() {
      const { code, words: says } = (await ending) ?? { code: null, words: 'it is not installed' };
      if (code !== 0) throw failureOf(root, command[0]!, says || `exit code ${code}`);
    },
    stop: () => child.kill(),
  };
}

function failureOf(root: string, command: string, words: string): UserError {
  if (/promisor remote/.test(words)) {
    const hint = '`git fetch --refetch --no-filter` brings them';
    return new UserError('this clone is partial: it lacks the contents of other commits', { hint, location: root });
  }
  const told = words.split('\n').find((line) => line.startsWith('fatal:')) ?? words.split('\n')[0];
  return new UserError(`git ${command} failed: ${told}`, { location: root });
}

/** The output of git; `undefined` when it is not installed, when there is no work tree, or when it answers no. Throws UserError when it refuses. */
export async function answerOf(root: string, command: readonly string[], input?: string): Promise<Buffer | undefined> {
  const ended = await run(root, command, input);
  if (!ended) return undefined;
  const { code, output, words } = ended;
  if (code === 0) return output;
  if (code === 1 || /not a git repository|must be run in a work tree/i.test(words)) return undefined;
  refuseForeign(root, words);
  throw new UserError(`git cannot list the files: ${words.split('\n')[0] || `exit code ${code}`}`, { location: root });
}

/** Throws UserError where the words of git say that a repository is somebody else's. */
export function refuseForeign(root: string, words: string): void {
  if (!/dubious ownership/.test(words)) return;
  const hint = `git config --global --add safe.directory ${root}`;
  throw new UserError('git refuses to read this repository, because it belongs to another user', { hint, location: root });
}
