import { execFile } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { project, redomain, textsOf } from '../cli-project.ts';
import { casesOf, FIXTURES } from '../fixture-cases.ts';

const runner = join(import.meta.dirname, '../..', 'node_modules', '.bin', 'jscodeshift');
const transforms = join(import.meta.dirname, '../..', 'src/jscodeshift');

/** The folders in which every case goes through files, the command line and the runner: as it is, and as Windows may have it. */
const variants: Readonly<Record<string, (text: string) => string>> = {
  app: (text) => text,
  marked: (text) => `\ufeff${text.replaceAll(/\r\n|\n/g, '\r\n')}`,
};

/** All cases of a language under the shared configuration, as one project. */
function casesAsProject(language: string): { before: string; after: string } {
  const shared = readFileSync(join(FIXTURES, 'redomain.yaml'), 'utf8');
  const cases = casesOf(language).filter((one) => basename(one.config) === 'redomain.yaml');
  const files = Object.entries(variants).flatMap(([folder, vary]) =>
    cases.map(({ path, input }) => [`${folder}/${path}`, vary(input)] as const),
  );
  const before = project({ 'redomain.yaml': shared, ...Object.fromEntries(files) });
  const after = project({});
  cpSync(before, after, { recursive: true });
  return { before, after };
}

describe.each([
  ['python', 'py,pyi'],
  ['typescript', 'ts,tsx,js,jsx,cjs,mjs'],
  ['component', 'vue,svelte,astro,html'],
  ['text', 'md,yml,yaml,toml,env,tf,conf,sh,xml,json,ipynb,map'],
])('%s under the plain jscodeshift runner', (language, extensions) => {
  test('does what the command line does', async () => {
    const { before, after } = casesAsProject(language);
    const plan = await redomain(before, ['--format', 'json', '--no-diff', '--output', 'plan.json']);
    expect(plan).toMatchObject({ status: 1, stderr: '' });
    const written = await redomain(after, ['--write', '--quiet', '--no-diff']);
    expect(written.status).toBeLessThan(2);
    const { stdout } = await promisify(execFile)(
      runner,
      [
        ...['-t', join(transforms, `${language}.ts`), `--extensions=${extensions}`, '--plan=plan.json', '--run-in-band'],
        ...Object.keys(variants),
      ],
      { cwd: before, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } },
    );
    expect(stdout).toMatch(/^0 errors$/m);
    const byRunner = Object.entries(textsOf(before)).filter(([path]) => path.split('/')[0]! in variants);
    expect(byRunner.length).toBeGreaterThan(2);
    const byCommandLine = textsOf(after);
    for (const [path, text] of byRunner) expect([path, text]).toEqual([path, byCommandLine[path]]);
  });
});

test('the plan carries what an adopted module holds', async () => {
  const [one] = casesOf('python').filter(({ name }) => name === 'python/adopted.input.py');
  const { path, input, output, config } = one!;
  const root = project({ 'redomain.yaml': readFileSync(config, 'utf8'), [path]: input });
  cpSync(join(FIXTURES, 'python', 'adopted'), join(root, 'adopted'), { recursive: true });
  await redomain(root, ['--format', 'json', '--no-diff', '--output', 'plan.json']);
  const args = ['-t', join(transforms, 'python.ts'), '--extensions=py', '--plan=plan.json', '--run-in-band', path];
  await promisify(execFile)(runner, args, { cwd: root, env: { ...process.env, FORCE_COLOR: '0', NO_COLOR: '1' } });
  expect(textsOf(root)[path]).toBe(output);
});
