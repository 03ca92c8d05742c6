import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { write } from '../cli-project.ts';
import { leftUncommitted, repository, SEVERAL, series, treeOf, writtenAtOnce } from '../commit-project.ts';
import { builtCli } from './cli-process.ts';

it('a command that verifies ends with the run when a signal comes: the files of the commit at hand are as they were', async () => {
  const root = repository();
  const waits = 'if grep -q new README.md; then echo $$ > pid; sleep 60; fi';
  const child = spawn(process.execPath, [builtCli, '--write', '--commit', '--verify', waits], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  while (!existsSync(join(root, 'pid'))) await new Promise((resolve) => setTimeout(resolve, 20));
  child.kill('SIGTERM');
  const signal = await new Promise((resolve) => child.on('close', (_, name) => resolve(name)));
  expect(signal).toBe('SIGTERM');
  expect(stderr).toMatch(
    /stopped by SIGTERM at staging\.backend\n.* 1 commit stands, up to [0-9a-f]{12}; the same command goes on from there/,
  );
  expect(() => process.kill(Number(readFileSync(join(root, 'pid'), 'utf8')), 0)).toThrow();
  expect(leftUncommitted(root)).toBe('?? pid\n');
  write(root, 'pid', '');
  expect(await series(root, '--commit')).toMatchObject({ status: 0 });
  expect(treeOf(root)).toBe(await writtenAtOnce(SEVERAL));
});
