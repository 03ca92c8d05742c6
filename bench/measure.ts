import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { median } from './statistics.ts';

/** A command as it is run: a whole process, its output thrown away. */
export interface Command {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Exit codes that mean that it worked; default 0 and 1. */
  readonly allowed?: readonly number[];
  /** Puts the tree back before each run; not timed. */
  readonly reset?: () => void;
}

interface Measured {
  /** Of the whole process, by the wall clock. */
  readonly seconds: number;
  /** The most memory that the process held with all its threads, without processes that it started, in bytes, as Linux tells it; 0 elsewhere. */
  readonly peak: number;
}

/** The medians of several runs of one command. */
export interface Result extends Measured {
  readonly name: string;
  readonly runs: readonly number[];
}

/**
 * Runs commands in turn, each so many times, after one round in which not the time but the memory is measured: to look at it takes time.
 * Throws where one ends otherwise than it may.
 */
export async function alternate(commands: readonly Command[], rounds: number): Promise<Result[]> {
  const seconds: number[][] = commands.map(() => []);
  const peaks: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    for (const [index, command] of commands.entries()) {
      command.reset?.();
      const one = await measure(command, round === 0);
      if (round === 0) peaks.push(one.peak);
      else seconds[index]!.push(one.seconds);
    }
  }
  return commands.map(({ name }, index) => {
    const runs = seconds[index]!;
    return { name, seconds: median(runs), peak: peaks[index]!, runs };
  });
}

/** Without what the user's own settings change. */
const ENVIRONMENT = {
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** How often the memory of a process is looked at, in milliseconds; what it grows by later is not seen. */
const LOOK = 10;

function measure({ name, program, args, cwd, allowed = [0, 1] }: Command, looks: boolean): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, args, { cwd, env: ENVIRONMENT, stdio: ['ignore', 'ignore', 'pipe'] });
    let peak = 0;
    let said = '';
    const look = looks
      ? setInterval(() => {
          peak = Math.max(peak, child.pid === undefined ? 0 : peakOf(child.pid));
        }, LOOK)
      : undefined;
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2000);
    });
    child.on('error', (error) => {
      clearInterval(look);
      reject(error);
    });
    child.on('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      clearInterval(look);
      if (code !== null && allowed.includes(code)) resolve({ seconds, peak });
      else reject(new Error(`${name} ended with ${code}: ${said}`));
    });
  });
}

function peakOf(pid: number): number {
  try {
    const kilobytes = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) * 1024;
  } catch {
    return 0;
  }
}
