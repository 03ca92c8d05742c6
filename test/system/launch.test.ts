import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { project } from '../cli-project.ts';
import { copyBuiltCli } from './cli-process.ts';

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url));

/** The built command in a directory of its own, without the code that the build left. */
function installed(): { cli: string; places: () => string[] } {
  const root = project({});
  symlinkSync(join(REPOSITORY, 'node_modules'), join(root, 'node_modules'));
  const cli = copyBuiltCli(root);
  const bin = dirname(cli);
  const places = (): string[] => readdirSync(bin).flatMap((name) => (name.includes('.code') ? [join(bin, name)] : []));
  return { cli, places };
}

const programFiles = (cli: string): string[] => readdirSync(dirname(cli)).filter((name) => name.endsWith('.cjs'));

const example = project({});
cpSync(join(REPOSITORY, 'examples/polyglot'), example, { recursive: true });

/** The report of a plan, without its time. */
function planned(cli: string): object {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, '--cwd', example, '--format', 'json'], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
  const { summary, ...rest } = JSON.parse(stdout);
  expect(summary.milliseconds).toBeGreaterThan(0);
  return { ...rest, summary: { ...summary, milliseconds: 0 } };
}

describe('the code that V8 compiled', () => {
  test('is kept by a run that finds none, and what is found is the same with it', () => {
    const { cli, places } = installed();
    const first = planned(cli);
    const kept = places().map((place) => ({ place, ...statSync(place) }));
    for (const { place } of kept) expect(place).toMatch(new RegExp(`\\.cjs\\.${process.version}-${process.arch}\\.code$`));
    expect(kept.reduce((sum, { size }) => sum + size, 0)).toBeGreaterThan(500_000);
    expect(planned(cli)).toEqual(first);
    expect(places().map((place) => statSync(place).mtimeMs)).toEqual(kept.map(({ mtimeMs }) => mtimeMs));
  });

  test('is of what a run loads, and no more', () => {
    const { cli, places } = installed();
    planned(cli);
    const few = places();
    expect(few.length).toBeGreaterThan(1);
    expect(few.length).toBeLessThan(programFiles(cli).length);
    const page = join(project({}), 'page.html');
    expect(spawnSync(process.execPath, [cli, '--cwd', example, '--format', 'html', '--output', page]).status).toBe(1);
    expect(places().length).toBeGreaterThan(few.length);
  });

  test.each<[what: string, harm: (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['with a wrong byte', (bytes) => bytes.fill(bytes[bytes.length >> 1]! ^ 0xff, bytes.length >> 1, (bytes.length >> 1) + 1)],
  ])('is not believed when it is %s, and made anew', (_, harm) => {
    const { cli, places } = installed();
    const first = planned(cli);
    const before = places();
    const whole = before.map((place) => readFileSync(place));
    for (const [index, place] of before.entries()) writeFileSync(place, harm(Buffer.from(whole[index]!)));
    expect(planned(cli)).toEqual(first);
    for (const [index, place] of before.entries()) expect(readFileSync(place).length).toBeGreaterThan(whole[index]!.length / 2);
    expect(places()).toEqual(before);
  });

  test('is done without where it cannot be written', () => {
    const { cli, places } = installed();
    const first = planned(cli);
    const names = places().map((place) => basename(place));
    const other = installed();
    for (const name of names) mkdirSync(join(dirname(other.cli), name, 'occupied'), { recursive: true });
    expect(planned(other.cli)).toEqual(first);
    expect(other.places().map((place) => basename(place))).toEqual(names);
  });
});
