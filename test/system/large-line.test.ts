import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CONFIG, project } from '../cli-project.ts';
import { redomainProcess } from './cli-process.ts';

const OLD = 'api.old.ex.ai';
const NEW = 'new.ex.ai';
const config = CONFIG.replace(/modules:[\s\S]*/, '');

it('a line of 100 MB takes seconds', { timeout: 120_000 }, async () => {
  const line = (host: string) => `${'word '.repeat(20_000)}https://${host}/x `.repeat(1000);
  const root = project({ 'redomain.yaml': config, 'line.txt': line(OLD) });
  const quarter = project({ 'redomain.yaml': config, 'line.txt': line(OLD).slice(0, 25_000_000) });
  const timed = async (cwd: string): Promise<number> => {
    const start = performance.now();
    expect((await redomainProcess(cwd, ['--write', '--no-diff'], { timeout: 100_000 })).status).toBe(0);
    return performance.now() - start;
  };
  const few = await timed(quarter);
  expect(await timed(root)).toBeLessThan(8 * Math.max(few, 500));
  expect(readFileSync(join(root, 'line.txt'), 'latin1') === line(NEW)).toBe(true);
});
