import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { UserError } from '../core/user-error.ts';
import { refuseDisguised } from './disguised.ts';
import { started } from './started.ts';

/** What git said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: Buffer;
  /** What it wrote to stderr: trimmed, in English. */
  readonly words: string;
}

/** For git that reads: no program of the configuration runs, no lock is taken, nothing is written, and a directory that is made to look like a repository is none. */
const READING = [
  '--no-optional-locks',
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'diff.autoRefreshIndex=false', 'safe.bareRepository=explicit'].flatMap(
    (setting) => ['-c', setting],
  ),
];
/** In English, and connected to nothing, although a partial clone lacks contents: no protocol has this name. */
const ALONE = { LC_ALL: 'C', GIT_NO_LAZY_FETCH: '1', GIT_ALLOW_PROTOCOL: 'none' };

/** What the environment may say that is about another repository, or changes what paths mean and how differences are printed. */
const MISLEADING = new Set([
  ...['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE', 'GIT_IMPLICIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'],
  ...['LITERAL', 'GLOB', 'NOGLOB', 'ICASE'].map((kind) => `GIT_${kind}_PATHSPECS`),
  ...['GIT_DIFF_OPTS', 'GIT_EXTERNAL_DIFF', 'GIT_ATTR_SOURCE'],
]);

/** What a git that reads is given beside its command. */
export interface Given {
  readonly input?: string | undefined;
  /** The index to read, as `GIT_INDEX_FILE` has it; absent: that of the work tree. */
  readonly index?: string | undefined;
}

/**
 * Runs a git that reads, in a directory, as if no hook had called: it takes no lock, runs no hook, connects to nothing. `undefined` when git
 * is not installed. Throws UserError where the directory is made to look like a repository.
 */
export function run(root: string, command: readonly string[], { input, index }: Given = {}): Promise<Ended | undefined> {
  return start(root, [...READING, ...command], { ...ALONE, ...(index === undefined ? {} : { GIT_INDEX_FILE: index }) }, input);
}

/** The same for a git that changes the index. */
export function change(root: string, command: readonly string[], input?: string): Promise<Ended | undefined> {
  return start(root, ['-c', 'core.fsmonitor=false', ...command], { LC_ALL: 'C' }, input);
}

/** The same for what runs hooks: they have the settings and the language of the person who called, and so have `words`. */
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
  refuseDisguised(root);
  const own = Object.fromEntries(Object.entries(process.env).filter(([name]) => !MISLEADING.has(name)));
  const stdio = [asks ? 'pipe' : 'ignore', 'pipe', 'pipe'] as const;
  return started(spawn('git', words, { cwd: root, env: { ...own, ...extra }, stdio: [...stdio] }));
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

/** Begins a conversation with a git that reads, as `run` does. */
export function converse(root: string, command: readonly string[]): Conversation {
  const child = spawned(root, [...READING, ...command], ALONE, true);
  const ending = endOf(child);
  ending.catch(() => {});
  child.stdin!.on('error', () => {});
  return {
    input: child.stdin!,
    output: child.stdout!,
    async ended() {
      const { code, words: says } = (await ending) ?? { code: null, words: 'it is not installed' };
      if (code !== 0) throw failureOf(root, `git ${command[0]} failed`, says || `exit code ${code}`);
    },
    stop: () => child.kill(),
  };
}

/** What to say where git failed: `what` failed, and what git says of it. */
export function failureOf(
  root: string,
  what: string,
  words: string,
  hint = '`git fetch --refetch --no-filter` brings them',
): UserError {
  if (/promisor remote|lazy fetching disabled/.test(words))
    return new UserError('this clone is partial: it lacks the contents of other commits', { hint, location: root });
  const told = words.split('\n').find((line) => line.startsWith('fatal:')) ?? words.split('\n')[0];
  return new UserError(`${what}: ${told}`, { location: root });
}

/** The output of git; `undefined` when it is not installed, when there is no work tree, or when it answers no. Throws UserError when it refuses. */
export async function answerOf(root: string, command: readonly string[], given?: Given): Promise<Buffer | undefined> {
  const ended = await run(root, command, given);
  if (!ended) return undefined;
  const { code, output, words } = ended;
  if (code === 0) return output;
  if (code === 1 || /not a git repository|must be run in a work tree/i.test(words)) return undefined;
  refuseForeign(root, words);
  throw failureOf(root, 'git cannot list the files', words || `exit code ${code}`);
}

/** Throws UserError where the words of git say that a repository is somebody else's. */
export function refuseForeign(root: string, words: string): void {
  if (!/dubious ownership/.test(words)) return;
  const hint = `git config --global --add safe.directory ${root}`;
  throw new UserError('git refuses to read this repository, because it belongs to another user', { hint, location: root });
}
