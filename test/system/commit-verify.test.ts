import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, redomain, textsOf } from '../cli-project.ts';
import {
  filesOfCommits,
  leftUncommitted,
  repository,
  SEVERAL,
  series,
  subjects,
  treeOf,
  writtenAtOnce,
} from '../commit-project.ts';

/** Passes while no planted file is migrated, and counts its runs in a file outside of git. */
const CHECK = 'echo run >> .runs; if grep -rl "PLANTED https://new" docs; then exit 3; fi';

/** Thirty files of one service, of which some are planted. */
function thirty(...planted: readonly number[]): Record<string, string> {
  const files: Record<string, string> = { ...SEVERAL, '.gitignore': '.runs\n' };
  for (let index = 0; index < 30; index++) {
    const word = planted.includes(index) ? 'PLANTED ' : '';
    files[`docs/d${index % 4}/page${index}.md`] = `${word}https://api.old.ex.ai/${index}\n`;
  }
  return files;
}

const pathOf = (index: number): string => `docs/d${index % 4}/page${index}.md`;

function runsOf(root: string): number {
  return readFileSync(join(root, '.runs'), 'utf8').split('\n').length - 1;
}

describe('a command that verifies', { timeout: 120_000 }, () => {
  it('holds back the three files that it fails with, and no others', async () => {
    const planted = [3, 17, 18];
    const root = repository(thirty(...planted));
    const { status, stdout, stderr } = await series(root, '--commit', '--verify', CHECK, '--format', 'json');
    expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
    const report = JSON.parse(stdout);
    const { held, verify } = report.series;
    expect(held).toEqual(
      planted
        .map(pathOf)
        .sort()
        .map((path) => ({
          path,
          group: 'staging.backend',
          reason: `held back: \`${CHECK}\` fails with it (exit code 3)`,
          output: path,
        })),
    );
    expect(verify).toEqual({ command: CHECK, runs: runsOf(root) });
    expect(verify.runs).toBeLessThanOrEqual(32);
    expect(leftUncommitted(root)).toBe('');
    expect(
      git(root, 'diff', '--name-only', 'HEAD~4')
        .trim()
        .split('\n')
        .filter((path) => path.startsWith('docs')),
    ).toHaveLength(27);
    const files = report.files.filter(({ status }: { status: string }) => status === 'skipped');
    expect(files.map(({ path }: { path: string }) => path)).toEqual(planted.map(pathOf).sort());
    expect(report.summary).toMatchObject({ filesTouched: 32, ledger: { review: 3, failed: 0 } });
    for (const index of planted) expect(textsOf(root)[pathOf(index)]).toBe(`PLANTED https://api.old.ex.ai/${index}\n`);

    const plan = await redomain(root, ['--format', 'json']);
    expect(JSON.parse(plan.stdout).summary.filesTouched).toBe(3);
  });

  it('is run once before anything, once for each group, and shows itself only with --verbose', async () => {
    const root = repository(thirty());
    const quiet = await series(root, '--commit', '--verify', `echo seen; ${CHECK}`);
    expect(quiet).toMatchObject({ status: 0, stderr: '' });
    expect(quiet.stdout).not.toContain('\nseen\n');
    expect(quiet.stdout).toContain('was run 4 times');
    expect(runsOf(root)).toBe(4);
    const loud = await series(repository(), '--commit', '--verify', 'echo seen', '--verbose');
    expect(loud.stderr.split('\n').filter((line) => line === 'seen')).toHaveLength(4);
    expect(loud.stderr).toContain('redomain: staging.backend: verifying with 2 files\n');
  });

  it('stops all where it fails before any file is migrated', async () => {
    const root = repository();
    const { status, stderr } = await series(
      root,
      '--commit',
      '--verify',
      'test -e shared/domains.py && echo "it is broken" && exit 9',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('fails before any file is migrated (exit code 9):\nit is broken\n');
    expect(stderr).toContain('Nothing was changed');
    expect(textsOf(root)).toEqual(SEVERAL);
    expect(subjects(root)).toEqual([]);
    expect(leftUncommitted(root)).toBe('');
    expect(await redomain(root, ['undo'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no run to undo'),
    });
  });

  it('holds back one of two files that fail only together', async () => {
    const root = repository(thirty());
    const both = `! (grep -q new ${pathOf(5)} && grep -q new ${pathOf(22)})`;
    const { status, stdout } = await series(root, '--commit', '--verify', both, '--format', 'json');
    expect(status).toBe(1);
    const held = JSON.parse(stdout).series.held.map(({ path }: { path: string }) => path);
    expect(held).toHaveLength(1);
    expect([pathOf(5), pathOf(22)]).toContain(held[0]);
  });

  it('takes at the end what passes only with what another group has', async () => {
    const files = { ...SEVERAL, 'tests/test_client.py': 'URL = "https://api.old.ex.ai/health"\n' };
    const root = repository(files);
    const same =
      'test $(grep -c new.ex.ai app/client.py) = 0 -a $(grep -c new.ex.ai tests/test_client.py) = 0 || { grep -q URL app/client.py && grep -q STAGING app/client.py && grep -q new.ex.ai tests/test_client.py; } || exit 1; test $(grep -c STAGING app/client.py) = 0 -a $(grep -c new.ex.ai tests/test_client.py) = 1 && exit 1; test $(grep -c STAGING app/client.py) != 0 -a $(grep -c new.ex.ai tests/test_client.py) = 0 && exit 1; exit 0';
    const { status, stdout } = await series(root, '--commit', 'directory', '--verify', same, '--format', 'json');
    expect({ status, held: JSON.parse(stdout).series.held }).toEqual({ status: 0, held: [] });
    expect(filesOfCommits(root).at(-1)).toEqual(['app/client.py', 'tests/test_client.py']);
    expect(treeOf(root)).toBe(await writtenAtOnce(files));
  });

  it('must not write to what it verifies', async () => {
    const root = repository();
    const { status, stderr } = await series(
      root,
      '--commit',
      '--verify',
      'grep -q new README.md && echo more >> README.md; true',
    );
    expect(status).toBe(2);
    expect(stderr).toContain('README.md changed while `');
    expect(stderr).toContain('Not taken back: README.md (changed since the run)');
    expect(subjects(root)).toEqual(['redomain: domain module']);
  });

  it('may leave files of its own, which are not committed', async () => {
    const root = repository();
    expect(await series(root, '--commit', '--verify', 'echo built > built.txt')).toMatchObject({ status: 0 });
    expect(leftUncommitted(root)).toBe('?? built.txt\n');
    expect(git(root, 'ls-tree', '-r', '--name-only', 'HEAD')).not.toContain('built.txt');
  });

  it('says in the text report what was held back, and why', async () => {
    const root = repository();
    const { status, stdout } = await series(root, '--commit', '--verify', 'if grep new README.md; then exit 1; fi');
    expect(status).toBe(1);
    expect(stdout).toContain(`Left as they were: 1 file
  held back: \`if grep new README.md; then exit 1; fi\` fails with it (exit code 1) (1)
    README.md (staging.backend)
      See https://new.ex.ai/docs.
`);
  });
});
