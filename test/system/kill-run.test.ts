import { spawn } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { keptIn, makeTree, snapshot } from '../tree.ts';
import { builtCli } from './cli-process.ts';
import { makeLargeProject } from './kill/large-project.ts';

/** `npm run kill-test` sets it. Half of the moments are calls that change the file system, half are points in time. */
const ASKED = process.env.KILL_MOMENTS;
const MOMENTS = Number(ASKED ?? 16);
const FILES = ASKED ? 500 : 120;
const counter = pathToFileURL(path.join(import.meta.dirname, 'kill/count-writes.mjs')).href;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
  /** Milliseconds from the first sign of writing to the end. */
  readonly writing: number;
}

/** Runs the built command line; with `delay`, kills it so many milliseconds after the lock came into being. */
async function start(
  root: string,
  args: readonly string[],
  { env = {}, delay }: { env?: object; delay?: number } = {},
): Promise<Ended> {
  const store = await keptIn(root);
  const preload = Object.keys(env).length > 0 ? [`--import=${counter}`] : [];
  const child = spawn(process.execPath, [...preload, builtCli, ...args], {
    cwd: root,
    env: { ...process.env, ...env, KILL_STORE: store },
  });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output += chunk;
  });
  let begun = 0;
  const watch = setInterval(() => {
    if (begun > 0 || !existsSync(path.join(store, 'lock'))) return;
    begun = performance.now();
    if (delay !== undefined) setTimeout(() => child.kill('SIGKILL'), delay);
  }, 1);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearInterval(watch);
      resolve({ code, signal, output, writing: begun > 0 ? performance.now() - begun : 0 });
    });
  });
}

/** `count` numbers from 0 to `end`, one in each of as many equal parts, at other places in each run of the tests. */
function spread(end: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => ((index + Math.random()) * end) / count);
}

/** What a killed run left in a file is its old or its new contents, or an own temporary file. */
function tornFiles(root: string, before: Record<string, string>, after: Record<string, string>): string[] {
  const now = snapshot(root);
  const torn = Object.entries(now).filter(
    ([file, text]) => text !== before[file] && text !== after[file] && !/(?:^|\/)\.redomain-[^/]*\.tmp$/.test(file),
  );
  const lost = Object.keys(before).filter((file) => !(file in now));
  return [...torn.map(([file]) => `${file} is torn`), ...lost.map((file) => `${file} is lost`)];
}

/** What is not as it was once `undo` was run, or nothing. */
async function faultsAfterUndo(root: string, before: Record<string, string>): Promise<string[]> {
  const { code, output } = await start(root, ['undo']);
  const nothingBegan = code === 2 && output.includes('there is no run to undo');
  const now = snapshot(root);
  const names = new Set([...Object.keys(before), ...Object.keys(now)]);
  const directory = await keptIn(root);
  const store = existsSync(directory) ? readdirSync(directory, { recursive: true }) : [];
  return [
    ...(code === 0 || nothingBegan ? [] : [`undo ended with ${code}: ${output}`]),
    ...[...names].filter((file) => before[file] !== now[file]).map((file) => `${file} is not as it was`),
    ...store.filter((file) => file !== 'runs-begun' && file !== 'runs').map((file) => `${file} is left in the store`),
  ];
}

test(
  'a whole run that is killed at any moment is taken back, byte for byte',
  async () => {
    const origin = makeLargeProject(FILES);
    const before = snapshot(origin);
    const report = path.join(makeTree(), 'calls');
    const copy = (): string => {
      const root = makeTree();
      cpSync(origin, root, { recursive: true, preserveTimestamps: true });
      return root;
    };

    const whole = copy();
    const { code, output } = await start(whole, ['--write', '--no-diff'], { env: { KILL_COUNT: report } });
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining(`changed in ${FILES} files`) });
    const after = snapshot(whole);
    expect(Object.keys(before).filter((file) => before[file] !== after[file])).toHaveLength(FILES);
    const calls = Number(readFileSync(report, 'utf8'));
    expect(calls).toBeGreaterThan(FILES * 5);
    expect(await faultsAfterUndo(whole, before)).toEqual([]);
    let { writing } = await start(copy(), ['--write', '--no-diff']);

    const faults: string[] = [];
    let [killed, restored, half] = [0, 0, 0];
    /** Whether the moment came before the run's end. */
    const killAt = async (moment: { env: object } | { delay: number }): Promise<boolean> => {
      const root = copy();
      const ended = await start(root, ['--write', '--no-diff'], moment);
      const hit = ended.signal === 'SIGKILL';
      const now = snapshot(root);
      const written = Object.keys(before).filter((file) => now[file] !== before[file]).length;
      const found = [...tornFiles(root, before, after), ...(await faultsAfterUndo(root, before))];
      if (found.length > 0) faults.push(`${JSON.stringify(moment)}: ${found.slice(0, 5).join(', ')}`);
      if (hit) killed++;
      if (hit && found.length === 0) restored++;
      if (hit && written > 0 && written < FILES) half++;
      if (!hit) writing = Math.min(writing, ended.writing);
      rmSync(await keptIn(root), { recursive: true, force: true });
      rmSync(root, { recursive: true });
      return hit;
    };
    for (const at of spread(calls, MOMENTS / 2)) await killAt({ env: { KILL_AT: String(1 + Math.floor(at)) } });
    for (const part of spread(1, MOMENTS / 2))
      for (let tries = 0; tries < 8 && !(await killAt({ delay: part * writing })); ) tries++;
    if (ASKED) {
      console.log(`${restored} of ${MOMENTS} restored; ${half} of the runs were killed with some of ${FILES} files written`);
      console.log(`(${MOMENTS / 2} at one of ${calls} calls, ${MOMENTS / 2} within the ${Math.round(writing)} ms of writing)`);
    }
    expect(faults).toEqual([]);
    expect(restored).toBe(MOMENTS);
    expect(killed).toBe(MOMENTS);
    expect(half).toBeGreaterThan(MOMENTS / 2);
  },
  60_000 + MOMENTS * 20_000,
);
