import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadPolicy } from '../src/config/load.ts';
import { redomain } from './cli-project.ts';
import { FIXTURES } from './fixture-cases.ts';

const update = process.env.UPDATE_FIXTURES === '1';
const base = join(FIXTURES, 'init');
const made: string[] = [];

afterAll(() => {
  for (const directory of made) rmSync(directory, { recursive: true, force: true });
});

/** A copy outside of any repository, so that .gitignore files of this one do not count. */
function copyOf(name: string): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'redomain-init-')));
  made.push(root);
  cpSync(join(base, name, 'tree'), root, { recursive: true });
  return root;
}

/** Compares with a file of the case, or writes it; `undefined`: there is no such file. */
function expectFile(name: string, file: string, text: string | undefined): void {
  const path = join(base, name, file);
  if (update) {
    if (text === undefined) rmSync(path, { force: true });
    else writeFileSync(path, text);
  }
  expect(text).toBe(existsSync(path) ? readFileSync(path, 'utf8') : undefined);
}

describe.each(readdirSync(base).sort())('init: %s', (name) => {
  test('says and writes what is expected, and what it writes is valid', async () => {
    const root = copyOf(name);
    const args = readFileSync(join(base, name, 'arguments.txt'), 'utf8')
      .trim()
      .split(/\s+/);
    const { status, stdout, stderr } = await redomain(root, ['init', ...args]);
    expectFile(name, 'output.txt', `${stdout}${stderr}exit code ${status}\n`);
    const written = join(root, 'redomain.yaml');
    expectFile(name, 'redomain.yaml', existsSync(written) ? readFileSync(written, 'utf8') : undefined);
    if (!existsSync(written)) return;
    const { policy } = loadPolicy({ cwd: root });
    expect(policy.apex.length).toBeGreaterThan(0);
    const plan = await redomain(root, ['--no-diff']);
    expect(plan.status).toBeLessThanOrEqual(1);
    expect(plan.stderr).toBe('');
  });
});
