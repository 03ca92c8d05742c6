import { spawn } from 'node:child_process';
import { UserError } from '../errors.ts';

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

function start(root: string, words: readonly string[], extra: NodeJS.ProcessEnv, input?: string): Promise<Ended | undefined> {
  const { GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_PREFIX, ...rest } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn('git', words, {
      cwd: root,
      env: { ...rest, ...extra },
      stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout!.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr!.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? resolve(undefined) : reject(error)));
    child.on('close', (code) =>
      resolve({ code, output: Buffer.concat(output), words: Buffer.concat(errors).toString('utf8').trim() }),
    );
    child.stdin?.on('error', () => {}).end(input);
  });
}

/** The output of git; `undefined` when it is not installed, when there is no work tree, or when it answers no. Throws UserError when it refuses. */
export async function answerOf(root: string, command: readonly string[], input?: string): Promise<Buffer | undefined> {
  const ended = await run(root, command, input);
  if (!ended) return undefined;
  const { code, output, words } = ended;
  if (code === 0) return output;
  if (code === 1 || /not a git repository|must be run in a work tree/i.test(words)) return undefined;
  if (/dubious ownership/.test(words)) {
    const hint = `git config --global --add safe.directory ${root}`;
    throw new UserError('git refuses to read this repository, because it belongs to another user', { hint, location: root });
  }
  throw new UserError(`git cannot list the files: ${words.split('\n')[0] || `exit code ${code}`}`, { location: root });
}
