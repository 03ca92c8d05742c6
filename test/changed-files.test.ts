import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../src/types/report.ts';
import { CONFIG, git, project, redomain, textsOf, write } from './cli-project.ts';

const SETTINGS = CONFIG.replace('[api.old.ex.ai]', '[api.old.ex.ai, auth.old.ex.ai]');
const OLD = 'one: https://api.old.ex.ai/1\ntwo: https://new.ex.ai/2\nthree: https://api.old.ex.ai/3\n';

/** A repository with old hosts in it and the module in place, in a folder below its top. */
function repository(): string {
  const top = project({
    'in/redomain.yaml': SETTINGS,
    'in/old.yaml': OLD,
    'in/app/__init__.py': '',
    'in/quiet.md': 'Nothing.\n',
    'beside.md': 'x\n',
  });
  const root = join(top, 'in');
  git(top, 'init', '-q');
  git(top, 'add', '-A');
  git(top, 'commit', '-qm', 'all');
  return root;
}

async function reported(root: string, ...flags: string[]): Promise<Report & { status: number | null }> {
  const { status, stdout, stderr } = await redomain(root, ['--check', '--format', 'json', ...flags]);
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Report), status };
}

/** What fails, as `path:line`; the missing module apart. */
function failing({ findings }: Report): string[] {
  return findings
    .filter(({ beyond, decision, rule }) => !beyond && decision !== 'keep' && rule !== 'module-drift')
    .map(({ path, line }) => `${path}:${line}`);
}

describe.concurrent('--since', () => {
  it('fails for changed lines, and counts the others', async () => {
    const root = repository();
    expect(await reported(root, '--since', 'HEAD')).toMatchObject({
      status: 0,
      since: { ref: 'HEAD', unchanged: 1 },
      summary: { filesScanned: 0 },
    });
    write(root, 'old.yaml', OLD.replace('two: https://new.ex.ai/2', 'two: https://api.old.ex.ai/2'));
    const report = await reported(root, '--since', 'HEAD');
    expect(failing(report)).toEqual(['old.yaml:2']);
    expect(report).toMatchObject({ status: 1, since: { ref: 'HEAD', unchanged: 3 } });
    expect(report.findings.find(({ line, path }) => path === 'old.yaml' && line === 1)?.beyond).toBe('change');
    expect((await redomain(root, ['--check', '--since', 'HEAD'])).stdout).toContain(
      'Changed since HEAD: 3 findings on other lines of these files, not counted\n',
    );
  });

  it.each<[string, (root: string) => void, string[]]>([
    [
      'committed, staged, and not staged',
      (root) => {
        write(root, 'a.md', 'https://api.old.ex.ai\n');
        git(root, 'add', '-A');
        git(root, 'commit', '-qm', 'a');
        write(root, 'quiet.md', 'Nothing.\nhttps://api.old.ex.ai\n');
        git(root, 'add', '-A');
        write(root, 'old.yaml', `${OLD}four: https://auth.old.ex.ai\n`);
      },
      ['a.md:1', 'old.yaml:4', 'quiet.md:2'],
    ],
    ['untracked', (root) => write(root, 'new dir/ä "b".md', '\nhttps://api.old.ex.ai\n'), ['new dir/ä "b".md:2']],
    [
      'names that git quotes',
      (root) => {
        write(root, 'new dir/ä "b"\t.md', '\nhttps://api.old.ex.ai\n');
        git(root, 'add', '-A');
      },
      ['new dir/ä "b"\t.md:2'],
    ],
    [
      'lines that moved are changed, those around them are not',
      (root) =>
        write(root, 'old.yaml', `two: https://new.ex.ai/2\nthree: https://api.old.ex.ai/3\none: https://api.old.ex.ai/1\n`),
      ['old.yaml:3'],
    ],
    [
      'a file with another name is as it was',
      (root) => {
        renameSync(join(root, 'old.yaml'), join(root, 'other.yaml'));
        git(root, 'add', '-A');
      },
      [],
    ],
    ['a line less beside a host', (root) => write(root, 'old.yaml', OLD.replace('two: https://new.ex.ai/2\n', '')), []],
    [
      'lines that look like a diff',
      (root) => write(root, 'old.yaml', `--- a/x\n+++ b/quiet.md\n@@ -1 +1 @@\n+++ https://api.old.ex.ai\n${OLD}`),
      ['old.yaml:4'],
    ],
    ['no final newline', (root) => write(root, 'old.yaml', `${OLD}five: https://api.old.ex.ai`), ['old.yaml:4']],
    [
      'UTF-16',
      (root) => {
        write(root, 'quiet.md', '');
        writeFileSync(join(root, 'quiet.md'), Buffer.from('\ufeffNothing.\nhttps://api.old.ex.ai\n', 'utf16le'));
      },
      ['quiet.md:2'],
    ],
  ])('sees %s', async (_, change, places) => {
    const root = repository();
    const base = git(root, 'rev-parse', 'HEAD').trim();
    change(root);
    expect(failing(await reported(root, '--since', base)).sort()).toEqual([...places].sort());
  });

  it('compares with where the branches parted', async () => {
    const root = repository();
    git(root, 'branch', '-M', 'main');
    git(root, 'checkout', '-qb', 'topic');
    write(root, 'mine.md', 'https://api.old.ex.ai\n');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'mine');
    git(root, 'checkout', '-q', 'main');
    write(root, 'old.yaml', 'one: https://new.ex.ai\n');
    git(root, 'commit', '-qam', 'theirs');
    git(root, 'checkout', '-q', 'topic');
    expect(failing(await reported(root, '--since', 'main'))).toEqual(['mine.md:1']);
  });

  it('fails for the whole when the configuration changed', async () => {
    const root = repository();
    write(root, 'redomain.yaml', `${SETTINGS}# more\n`);
    const { status, findings } = await reported(root, '--since', 'HEAD');
    expect([status, findings.find(({ rule }) => rule === 'module-drift')?.beyond]).toEqual([1, undefined]);
  });

  it('goes with paths, a baseline, a write, and the diff of what fails', async () => {
    const root = repository();
    write(root, 'a/x.md', 'https://api.old.ex.ai\n');
    write(root, 'b/x.md', 'https://api.old.ex.ai\n');
    expect(failing(await reported(root, '--since', 'HEAD', 'a'))).toEqual(['a/x.md:1']);
    const { stdout } = await redomain(root, ['--check', '--since', 'HEAD', 'a']);
    expect(stdout).toContain('diff --git a/a/x.md');
    expect(stdout).toContain('redomain --write --since HEAD a');
    await redomain(root, ['--check', '--update-baseline']);
    write(root, 'c.md', 'https://api.old.ex.ai\n');
    expect(failing(await reported(root, '--since', 'HEAD'))).toEqual(['c.md:1']);
    await redomain(root, ['--write', '--since', 'HEAD', 'a', 'b']);
    expect(textsOf(root)).toMatchObject({
      'a/x.md': 'https://new.ex.ai\n',
      'b/x.md': 'https://new.ex.ai\n',
      'old.yaml': OLD,
      'c.md': 'https://api.old.ex.ai\n',
    });
  });

  it('says what git does not know', async () => {
    const root = repository();
    expect((await redomain(root, ['--check', '--since', 'nowhere'])).stderr).toContain('git knows no commit nowhere\n');
    expect((await redomain(root, ['--check', '--since', '--output=x'])).stderr).toContain('--since needs a value');
    git(root, 'branch', 'other');
    git(root, 'checkout', '-q', '--orphan', 'lone');
    git(root, 'commit', '-qm', 'lone');
    expect((await redomain(root, ['--check', '--since', 'other'])).stderr).toMatch(
      /other and HEAD have no commit in common\n.*fetch-depth: 0/,
    );
    const bare = project({ 'redomain.yaml': SETTINGS });
    expect((await redomain(bare, ['--check', '--since', 'HEAD'])).stderr).toContain('--since needs git and a git work tree');
    expect((await redomain(bare, ['--check', '--staged'])).stderr).toContain('--staged needs git and a git work tree');
  });
});

describe.concurrent('--staged', () => {
  it('reads the index, not the work tree', async () => {
    const root = repository();
    write(root, 'a.md', 'x\nhttps://api.old.ex.ai/staged\n');
    write(root, 'b.md', 'https://new.ex.ai\n');
    write(root, 'gone.md', 'https://api.old.ex.ai\n');
    git(root, 'add', '-A');
    write(root, 'a.md', 'https://new.ex.ai\n');
    write(root, 'b.md', 'https://api.old.ex.ai\n');
    rmSync(join(root, 'gone.md'));
    write(root, 'untracked.md', 'https://api.old.ex.ai\n');
    const report = await reported(root, '--staged');
    expect(failing(report)).toEqual(['a.md:2', 'gone.md:1']);
    expect(report.findings.find(({ path }) => path === 'a.md')?.word).toBe('https://api.old.ex.ai/staged');
    expect((await redomain(root, ['--check', '--staged'])).stdout).toContain(
      '-https://api.old.ex.ai/staged\n+https://new.ex.ai/staged\n',
    );
    expect(failing(await reported(root, '--staged', 'b.md', 'gone.md', '--cache'))).toEqual(['gone.md:1']);
    expect(failing(await reported(root, '--staged', '--cache', 'a.md'))).toEqual(['a.md:2']);
    expect(failing(await reported(root, '--cache'))).toEqual(failing(await reported(root)));
  });

  it('is nothing when nothing is staged, and no link or deleted file', async () => {
    const root = repository();
    git(root, 'rm', '-q', 'old.yaml');
    expect(await reported(root, '--staged')).toMatchObject({ summary: { filesScanned: 0 } });
  });

  it('works before the first commit', async () => {
    const root = project({ 'redomain.yaml': SETTINGS, 'a.md': 'https://api.old.ex.ai\n' });
    git(root, 'init', '-q');
    git(root, 'add', 'a.md');
    expect(failing(await reported(root, '--staged'))).toEqual(['a.md:1']);
  });
});

describe.concurrent('--files-from', () => {
  it.each([['\n'], ['\r\n'], ['\0']])('takes a list parted by %j', async (separator) => {
    const root = repository();
    write(root, 'a b.md', 'https://api.old.ex.ai\n');
    const list = join(project({}), 'list');
    write(root, relative(root, list), ['old.yaml', 'a b.md', 'gone.md', ''].join(separator));
    const report = await reported(root, '--files-from', relative(root, list));
    expect(failing(report)).toEqual(['a b.md:1', 'old.yaml:1', 'old.yaml:3']);
    expect(report.files).toContainEqual(expect.objectContaining({ path: 'gone.md', reason: 'listed, but not there' }));
  });

  it('says what goes wrong', async () => {
    const root = repository();
    expect((await redomain(root, ['--check', '--files-from', 'nowhere'])).stderr).toContain('the list of files cannot be read: ');
    expect((await redomain(root, ['--check', '--files-from', 'redomain.yaml', 'x'])).stderr).toContain(
      '--files-from goes without paths',
    );
    for (const [flags, words] of [
      [['--since', 'HEAD', '--staged'], '--since and --staged exclude each other'],
      [['--staged', '--files-from', 'x'], '--staged and --files-from exclude each other'],
      [['--staged', '--update-baseline'], '--update-baseline and --staged exclude each other'],
    ] as const)
      expect((await redomain(root, ['--check', ...flags])).stderr).toContain(words);
    expect((await redomain(root, ['--write', '--staged'])).stderr).toContain('--staged and --write exclude each other');
    expect(readFileSync(join(root, 'old.yaml'), 'utf8')).toBe(OLD);
  });
});
