import { expect, it } from 'vitest';
import { project } from '../../cli-project.ts';
import { redomainProcess } from '../cli-process.ts';

const CONFIG = 'apex: [ex.ai]\nenvironments:\n  staging:\n    backend: { host: new.ex.ai, retired: [api.old.ex.ai] }\n';
const HOSTS = 60_000;
/** Of the configuration itself. */
const OWN = 3;

/** Seconds of a plan as JSON, and how many occurrences it has. */
async function planned(file: string, text: string): Promise<{ seconds: number; occurrences: number }> {
  const root = project({ 'redomain.yaml': CONFIG, [file]: text });
  const start = performance.now();
  const { stdout, stderr } = await redomainProcess(root, ['--format', 'json'], { timeout: 200_000 });
  expect(stderr).toBe('');
  return { seconds: (performance.now() - start) / 1000, occurrences: JSON.parse(stdout).summary.occurrences };
}

const HOST = 'https://api.old.ex.ai/x';

it.each([
  ['README.md', (between: string) => `${HOST}${between}`.repeat(HOSTS)],
  ['data.json', (between: string) => `[${`"${HOST}",${between}`.repeat(HOSTS)} "end"]`],
  ['data.csv', (between: string) => `a,${HOST}${between}`.repeat(HOSTS)],
])('%s with many hosts on one line takes about as long as with each on its own', { timeout: 500_000 }, async (file, text) => {
  const lines = await planned(file, text('\n'));
  const line = await planned(file, text(' '));
  expect([lines.occurrences, line.occurrences]).toEqual([HOSTS + OWN, HOSTS + OWN]);
  expect(line.seconds).toBeLessThan(3 * lines.seconds + 5);
});
