import { spawn } from 'node:child_process';
import { Interrupted, UserError } from '../core/user-error.ts';
import { started } from '../files/started.ts';

/** How a command ended. */
export interface Verified {
  readonly passed: boolean;
  /** `exit code 1`, `SIGSEGV`. */
  readonly ending: string;
  /** The last of what it wrote, to both of its streams. */
  readonly output: string;
}

const KEPT = 16_384;

/**
 * Runs a command line of a shell in a directory and waits for its end; the exit code counts. `onOutput` gets what it writes as it comes.
 * It is a group of processes of its own, which ends when `raised` tells of a signal. Throws Interrupted then, and UserError where no shell can be started.
 */
export function runCommand(
  command: string,
  root: string,
  raised: AbortSignal,
  onOutput: (text: string) => void = () => {},
): Promise<Verified> {
  const child = started(spawn(command, { cwd: root, shell: true, detached: true, stdio: ['ignore', 'pipe', 'pipe'] }));
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream!.setEncoding('utf8').on('data', (text: string) => {
      onOutput(text);
      output = (output + text).slice(-KEPT);
    });
  const stop = (): void => endGroup(child.pid, raised.reason);
  raised.addEventListener('abort', stop, { once: true });
  return new Promise<Verified>((resolve, reject) => {
    child.on('error', (error) => reject(new UserError(`the shell for --verify cannot be started: ${error.message}`)));
    child.on('close', (code, signal) => {
      if (raised.aborted) reject(new Interrupted(String(raised.reason), `stopped by ${raised.reason}`));
      else resolve({ passed: code === 0, ending: signal ?? `exit code ${code}`, output: output.trimEnd() });
    });
  }).finally(() => raised.removeEventListener('abort', stop));
}

function endGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, signal);
  } catch {
    // It has ended by itself.
  }
}

/** The last lines of what a command wrote. */
export function lastLines(output: string, count: number): string {
  return output.split('\n').slice(-count).join('\n');
}
