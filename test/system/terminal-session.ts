import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { builtCli } from './cli-process.ts';

/** Without python3 there is nothing here that gives a program a terminal and types into it. */
export const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Texts to wait for, in order, and what is then typed or sent. */
export interface Step {
  readonly expect: readonly string[];
  readonly type?: string;
  readonly signal?: NodeJS.Signals;
}

/** How a session ended, and what was on the screen, without escape sequences. */
export interface Screened {
  /** The exit code, or minus the number of the signal. */
  readonly status: number;
  readonly screen: string;
  /** The text that did not come. */
  readonly missing: string | null;
}

/** What stands below every question with keys but the first and the last: by it the question is ready. */
const READY = 'quit (';

/** Waits for a question by some words of it, and presses a key. */
export function press(words: string, key: string): Step {
  return { expect: [words, READY], type: key };
}

/** Waits for a question by some words of it, and sends a signal. */
export function kill(words: string, signal: NodeJS.Signals): Step {
  return { expect: [words, READY], signal };
}

export const CTRL_C = '\u0003';

/** Types the reason why something is kept. */
export function because(reason: string): Step {
  return { expect: ['Why does it stay?'], type: `${reason}\r` };
}

export const WRITE: Step = { expect: ['All is answered', 'w  write'], type: 'w' };
export const GO_ON: Step = { expect: ['answers of an earlier run', 'begin again'], type: 'g' };
export const BEGIN_AGAIN: Step = { ...GO_ON, type: 'b' };

/** Runs `redomain --write --interactive` on a terminal of its own. */
export function session(
  root: string,
  steps: readonly Step[],
  env: Readonly<Record<string, string>> = {},
  args: readonly string[] = [],
): Promise<Screened> {
  const child = spawn('python3', [join(import.meta.dirname, 'terminal/drive.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(
    JSON.stringify({
      argv: [process.execPath, builtCli, '--write', '--interactive', ...args],
      cwd: root,
      env: { NO_COLOR: '1', CI: '', TERM: 'xterm-256color', VISUAL: '', EDITOR: '', ...env },
      steps,
      seconds: 50,
    }),
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(JSON.parse(said) as Screened));
  });
}
