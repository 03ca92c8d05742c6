import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FILES } from '../cli-project.ts';
import { repository } from '../commit-project.ts';
import { redomainProcess } from './cli-process.ts';

/** The report without the time that it took. */
async function checked(root: string, ...flags: string[]): Promise<string> {
  const { stdout, stderr } = await redomainProcess(root, ['--check', '--format', 'json', ...flags]);
  expect(stderr).toBe('');
  const report = JSON.parse(stdout);
  delete report.summary.milliseconds;
  return JSON.stringify(report, null, 1);
}

it('a cache is shared by two runs at once', async () => {
  const root = repository({ ...FILES, 'app/quiet.py': 'PORT = 1\n' });
  const fresh = await checked(root);
  expect(await Promise.all([1, 2, 3, 4].map(() => checked(root, '--cache')))).toEqual([fresh, fresh, fresh, fresh]);
  expect(readdirSync(join(root, '.git/redomain')).sort()).toEqual(['cache.json']);
  expect(await checked(root, '--cache')).toBe(fresh);
});
