import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { openProgress } from '../../src/cli/progress.ts';
import { FILES, project } from '../cli-project.ts';
import { builtCli } from './cli-process.ts';

/** `script` gives a program a terminal; not every machine has it. */
const hasScript = spawnSync('script', ['--version']).status === 0;
const many = () =>
  project({
    ...FILES,
    ...Object.fromEntries(Array.from({ length: 900 }, (_, index) => [`docs/${index}.md`, 'https://api.old.ex.ai\n'])),
  });

describe('the progress bar', () => {
  it('is nothing without a terminal, or when it is not wanted', async () => {
    const silent = await openProgress(false);
    silent.update(1, 2);
    silent.stop();
    if (!process.stderr.isTTY) expect(await openProgress(true)).toBe(silent);
  });

  it.skipIf(!hasScript)('stands on stderr of a terminal, and gives it back', () => {
    const run = (...args: string[]) => {
      const command = `'${process.execPath}' '${builtCli}' ${args.join(' ')}`;
      return spawnSync('script', ['-qec', command, '/dev/null'], {
        cwd: many(),
        encoding: 'utf8',
        env: { ...process.env, CI: '', TERM: 'xterm' },
      }).stdout;
    };
    const shown = run('--no-diff', '>', '/dev/null');
    expect(shown).toContain(' % of 90');
    expect(shown.lastIndexOf('\u001b[?25h')).toBeGreaterThan(shown.lastIndexOf('\u001b[?25l'));
    expect(run('--quiet')).not.toContain(' % of ');
  });
});
