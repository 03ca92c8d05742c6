import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { project } from '../cli-project.ts';
import { builtCli } from './cli-process.ts';

const read = (root: string): string => readFileSync(join(root, 'redomain.yaml'), 'utf8');

it('asks on a terminal, and writes what was answered', () => {
  const hasScript = spawnSync('script', ['--version']).status === 0;
  if (!hasScript) return;
  const answer = (root: string, keys: string) => {
    const command = `(sleep 3; ${keys}) | script -qec "stty cols 120; '${process.execPath}' '${builtCli}' init" /dev/null`;
    return spawnSync('sh', ['-c', command], {
      ...{ cwd: root, encoding: 'utf8', timeout: 50_000 },
      env: { ...process.env, CI: '', TERM: 'xterm', NO_COLOR: '1' },
    }).stdout;
  };
  const tied = {
    'package.json': '{ "name": "shore" }',
    '.env': 'API_URL=https://api-staging.shore.io\nX_URL=https://staging-api.shore.io\n',
  };
  const root = project(tied);
  const shown = answer(root, `printf '\\r'; sleep 1; printf '\\033[B\\r'; sleep 1; printf '\\r'; sleep 1`);
  expect(shown).toContain('Which domains are the project');
  expect(shown).toContain('Which is the host of staging.backend?');
  expect(read(root)).toMatch(/host: staging-api\.shore\.io\n\s+retired:\n\s+- api-staging\.shore\.io/);
  const left = project(tied);
  expect(answer(left, `printf '\\003'; sleep 1`)).toContain('nothing was written');
  expect(existsSync(join(left, 'redomain.yaml'))).toBe(false);
});
