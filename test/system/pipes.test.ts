import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { CONFIG, FILES, project } from '../cli-project.ts';
import { repository } from '../commit-project.ts';
import { builtCli } from './cli-process.ts';

it('a reader that goes away is no error', async () => {
  const many = project({
    ...FILES,
    ...Object.fromEntries(
      Array.from({ length: 400 }, (_, i) => [`docs/${i}.md`, `https://api.old.ex.ai/${'x'.repeat(2000)}\n`.repeat(3)]),
    ),
  });
  const child = spawn(process.execPath, [builtCli], { cwd: many, stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.once('data', () => child.stdout.destroy());
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
});

it('takes standard input, and an empty list for no files', async () => {
  const root = repository({
    'redomain.yaml': CONFIG,
    'old.yaml': 'one: https://api.old.ex.ai/1\ntwo: https://new.ex.ai/2\nthree: https://api.old.ex.ai/3\n',
    'other.md': 'https://api.old.ex.ai\n',
  });
  const script = `printf 'old.yaml\\n' | "$0" "$1" --check --quiet --files-from -; true | "$0" "$1" --check --quiet --files-from -`;
  const said = execFileSync('sh', ['-c', `(${script}); true`, process.execPath, builtCli], { cwd: root, encoding: 'utf8' });
  expect(said).toBe('3 findings: retired-host 2, module-drift 1\n1 finding: module-drift 1\n');
});

it('a working directory that is gone is named', () => {
  const gone = project({});
  const command = `rmdir '${gone}'; exec '${process.execPath}' '${builtCli}' --check`;
  const { status, stderr } = spawnSync('sh', ['-c', command], { cwd: gone, encoding: 'utf8' });
  expect(status).toBe(2);
  expect(stderr).toContain('redomain: the working directory is no longer there\n');
});
