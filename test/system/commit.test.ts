import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, redomain, textsOf, write } from '../cli-project.ts';
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

describe('a series of commits', () => {
  it.each<[string[], string[], string[][]]>([
    [
      ['--commit'],
      ['domain module', 'staging.backend, 2 files', 'staging.auth, 2 files', 'renamed hosts, 1 file'],
      [['shared/domains.py'], ['README.md', 'app/client.py'], ['app/login.py', 'web/links.md'], ['web/cdn.ts']],
    ],
    [
      ['--commit', 'directory'],
      ['domain module', 'app/, 2 files', 'the top directory, 1 file', 'web/, 2 files'],
      [['shared/domains.py'], ['app/client.py', 'app/login.py'], ['README.md'], ['web/cdn.ts', 'web/links.md']],
    ],
    [
      ['--commit', 'language'],
      ['domain module', 'python, 2 files', 'text, 2 files', 'typescript, 1 file'],
      [['shared/domains.py'], ['app/client.py', 'app/login.py'], ['README.md', 'web/links.md'], ['web/cdn.ts']],
    ],
    [
      ['--commit', '2'],
      ['domain module', 'part 1 of 3, 2 files', 'part 2 of 3, 2 files', 'part 3 of 3, 1 file'],
      [['shared/domains.py'], ['README.md', 'app/client.py'], ['app/login.py', 'web/cdn.ts'], ['web/links.md']],
    ],
  ])('%j', async (args, expected, files) => {
    const root = repository();
    expect(await series(root, ...args)).toMatchObject({ status: 0, stderr: '' });
    expect(subjects(root)).toEqual(expected.map((subject) => `redomain: ${subject}`));
    expect(filesOfCommits(root)).toEqual(files);
    expect(leftUncommitted(root)).toBe('');
    expect(treeOf(root)).toBe(await writtenAtOnce(SEVERAL));
    expect(await redomain(root, ['--check'])).toMatchObject({ status: 0 });
  });

  it('has commits that stand alone: what a group has is migrated in its tree', async () => {
    const root = repository();
    await series(root, '--commit');
    const [, ...groups] = git(root, 'log', '--reverse', '--format=%H').trim().split('\n');
    for (const [index, files] of filesOfCommits(root).entries()) {
      git(root, 'checkout', '-q', groups[index]!);
      expect(await redomain(root, ['--check', '--quiet', ...files])).toMatchObject({ status: 0, stdout: '' });
    }
  });

  it('says in its messages what was done, how it was proved, and how it is undone', async () => {
    const root = repository();
    await series(root, '--commit', '--verify', 'true');
    expect(git(root, 'log', '-2', '--reverse', '--format=%B').split('redomain: ')[1]).toBe(`staging.auth, 2 files

5 occurrences of retired or hard-coded hosts in 2 files: 3 became a
constant of the domain module, 2 the canonical host as text.

  3  auth.old.ex.ai
  1  api.old.ex.ai
  1  cdn.gone.ex.ai

Proof: each file was parsed again. The original with nothing but its
hosts replaced, and the new text with the constants folded in, are the
same list of tokens; everything outside the edits is the same, byte for
byte.

Verified with this commit:

  true

To undo: revert this commit; it stands alone.

`);
  });

  it('names its commits in the report', async () => {
    const root = repository();
    const base = git(root, 'rev-parse', 'HEAD').trim();
    const { stdout } = await series(root, '--commit', '--format', 'json');
    const ids = git(root, 'log', '--reverse', '--format=%H').trim().split('\n').slice(1);
    const { series: said, run } = JSON.parse(stdout);
    expect(run).toBeUndefined();
    expect(said).toEqual({
      base,
      commits: [
        { id: ids[0], group: 'the domain module', files: 1, references: 0, literals: 0 },
        { id: ids[1], group: 'staging.backend', files: 2, references: 1, literals: 1 },
        { id: ids[2], group: 'staging.auth', files: 2, references: 3, literals: 2 },
        { id: ids[3], group: 'renamed hosts', files: 1, references: 0, literals: 1 },
      ],
      held: [],
      notes: [],
    });
    const text = await series(repository(), '--commit');
    expect(text.stdout).toMatch(/(?:^|\n)Commits {7}files {2}references {2}literals {2}group\n[0-9a-f]{12} {6}1 /);
    expect(text.stdout).toMatch(/git revert --no-edit [0-9a-f]{12}\.\.[0-9a-f]{12} {2}takes all of it back/);
    expect((await series(repository(), '--commit', '--format', 'markdown')).stdout).toMatch(/`git revert --no-edit \w+\.\.\w+`/);
  });

  it('keeps files together that hold the same key', async () => {
    const files = {
      ...SEVERAL,
      'app/table.py': 'from app.settings import TIMEOUT\n\nNAMES = {"https://api.old.ex.ai/k": 1}\n',
      'web/table.ts': 'export const NAMES = { "https://api.old.ex.ai/k": 1 };\n',
    };
    const root = repository(files);
    await series(root, '--commit', 'directory');
    expect(filesOfCommits(root).find((paths) => paths.includes('app/table.py'))).toContain('web/table.ts');
    expect(treeOf(root)).toBe(await writtenAtOnce(files));
  });

  it('makes no commit where nothing is to be done, and goes on where more came', async () => {
    const root = repository();
    await series(root, '--commit');
    const head = git(root, 'rev-parse', 'HEAD');
    const again = await series(root, '--commit', '--verify', 'exit 7');
    expect(again).toMatchObject({ status: 0, stderr: '' });
    expect(again.stdout).toContain('No commits');
    expect(git(root, 'rev-parse', 'HEAD')).toBe(head);
    write(root, 'app/more.md', 'https://api.old.ex.ai/more\n');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'more');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect(subjects(root).at(-1)).toBe('redomain: staging.backend, 1 file');
  });

  it('works in a root below the top of the repository', async () => {
    const inside = Object.fromEntries(Object.entries(SEVERAL).map(([path, text]) => [`part/${path}`, text]));
    const root = repository({ ...inside, 'outside.md': 'https://api.old.ex.ai\n' });
    expect(await redomain(join(root, 'part'), ['--write', '--commit', '--quiet'])).toMatchObject({ status: 0, stderr: '' });
    expect(filesOfCommits(root)[1]).toEqual(['part/README.md', 'part/app/client.py']);
    expect(leftUncommitted(root)).toBe('');
  });

  it('commits paths alone that it is narrowed to, whatever they are called', async () => {
    const odd = {
      ...SEVERAL,
      'app/[a]*.md': 'https://api.old.ex.ai/x\n',
      'app/a.md': 'https://api.old.ex.ai/y\n',
      'app/ü\t.md': 'https://api.old.ex.ai/z\n',
    };
    const root = repository(odd);
    expect(await series(root, '--commit', '--', './app/[[]a]*.md', 'app/ü\t.md')).toMatchObject({ status: 0 });
    expect(git(root, 'log', '-1', '--format=', '--name-only', '-z').split('\0').filter(Boolean)).toEqual([
      'app/[a]*.md',
      'app/ü\t.md',
    ]);
    expect(leftUncommitted(root)).toBe('');
  });

  it('works with the cache, in a linked work tree and in a submodule', async () => {
    const origin = repository();
    const outer = repository({ 'a.md': 'https://api.old.ex.ai\n' });
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', origin, 'inner');
    git(outer, 'commit', '-qm', 'submodule');
    git(origin, 'worktree', 'add', '-q', join(outer, 'linked'));
    for (const name of ['inner', 'linked']) {
      const root = join(outer, name);
      git(root, 'config', 'user.name', 'n');
      git(root, 'config', 'user.email', 'n@ex.ai');
      expect(await series(root, '--commit', '--cache')).toMatchObject({ status: 0, stderr: '' });
      expect(treeOf(root)).toBe(await writtenAtOnce(SEVERAL));
      expect(leftUncommitted(root)).toBe('');
      expect(git(root, 'log', '--format=%s').split('\n')).toContain('redomain: staging.auth, 2 files');
    }
  });

  it('has text files with the line endings that git keeps', async () => {
    const root = repository({
      ...SEVERAL,
      '.gitattributes': '*.txt text eol=crlf\n',
      'a.txt': 'one\r\nhttps://api.old.ex.ai/x\r\n',
    });
    expect(await series(root, '--commit')).toMatchObject({ status: 0, stderr: '' });
    expect(leftUncommitted(root)).toBe('');
    expect(textsOf(root)['a.txt']).toBe('one\r\nhttps://new.ex.ai/x\r\n');
  });
});

describe('changes of the person', () => {
  it('stop a series before anything is done', async () => {
    const root = repository();
    write(root, 'app/settings.py', 'TIMEOUT = 6\n');
    const before = textsOf(root);
    const { status, stderr } = await series(root, '--commit');
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `redomain: the work tree has changes that are not committed: app/settings.py
  at ${root}
  commit them or \`git stash\` them; with --force they stay as they are, and the files that they are in stay out
`,
    });
    expect(textsOf(root)).toEqual(before);
    expect(subjects(root)).toEqual([]);
  });

  it('do not matter in untracked files that are not touched', async () => {
    const root = repository();
    write(root, 'notes.md', 'mine\n');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect(leftUncommitted(root)).toBe('?? notes.md\n');
  });

  it('are untracked files that would change: git could not give them back', async () => {
    const root = repository();
    write(root, 'notes.md', 'https://api.old.ex.ai/mine\n');
    const { status, stderr } = await series(root, '--commit');
    expect(status).toBe(2);
    expect(stderr).toContain(
      'files that git cannot give back would change: notes.md\n  notes.md is not in git: commit it first;',
    );
    expect(subjects(root)).toEqual([]);
    expect(leftUncommitted(root)).toBe('?? notes.md\n');
  });

  it('stay as they are with --force: staged, unstaged and untracked', async () => {
    const root = repository();
    write(root, 'app/settings.py', 'TIMEOUT = 6\n');
    git(root, 'add', 'app/settings.py');
    write(root, 'app/settings.py', 'TIMEOUT = 7\n');
    write(root, 'app/client.py', 'URL = "https://api.old.ex.ai/mine"\n');
    git(root, 'add', 'app/client.py');
    write(root, 'new.md', 'https://api.old.ex.ai/new\n');
    git(root, 'add', 'new.md');
    write(root, 'loose.md', 'https://api.old.ex.ai/loose\n');
    git(root, 'rm', '-q', '--cached', 'web/cdn.ts');
    const mine = [git(root, 'diff', '--cached'), git(root, 'diff'), leftUncommitted(root)];
    const { status, stdout } = await series(root, '--commit', '--force', '--format', 'json');
    expect(status).toBe(1);
    expect([git(root, 'diff', '--cached'), git(root, 'diff'), leftUncommitted(root)]).toEqual(mine);
    const { held } = JSON.parse(stdout).series;
    expect(held.map(({ path, reason }: { path: string; reason: string }) => [path, reason])).toEqual([
      ['app/client.py', 'held back: changed and not committed'],
      ['loose.md', 'held back: not in git'],
      ['new.md', 'held back: changed and not committed'],
      ['web/cdn.ts', 'held back: not in git'],
    ]);
    expect(filesOfCommits(root)).toEqual([['shared/domains.py'], ['README.md'], ['app/login.py', 'web/links.md']]);
  });

  it('are a domain module that is written and not committed, which is ours', async () => {
    const root = repository();
    await redomain(root, ['module']);
    expect(leftUncommitted(root)).toBe('?? shared/domains.py\n');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect(filesOfCommits(root)[0]).toEqual(['shared/domains.py']);
    expect(leftUncommitted(root)).toBe('');
  });

  it('are a domain module that is edited by hand, with --force as well', async () => {
    const root = repository();
    await redomain(root, ['module']);
    const mine = `${textsOf(root)['shared/domains.py']}MINE = 1\n`;
    write(root, 'shared/domains.py', mine);
    const { status, stderr } = await series(root, '--commit', '--force');
    expect(status).toBe(2);
    expect(stderr).toContain('the domain module shared/domains.py is not in git');
    expect(textsOf(root)['shared/domains.py']).toBe(mine);
  });
});

describe('what a series cannot be made in', () => {
  const refused = async (root: string, ...said: string[]): Promise<void> => {
    const before = textsOf(root);
    const { status, stderr, stdout } = await series(root, '--commit');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    for (const words of said) expect(stderr).toContain(words);
    expect(textsOf(root)).toEqual(before);
  };

  it('a directory without git', async () => {
    const root = repository();
    rmSync(join(root, '.git'), { recursive: true });
    await refused(root, '--commit needs a git work tree', '`redomain --write` alone works anywhere');
  });

  it('a repository without a commit', async () => {
    const root = repository();
    git(root, 'update-ref', '-d', 'HEAD');
    await refused(root, 'the repository has no commit yet');
  });

  it('a merge, with its conflicts', async () => {
    const root = repository();
    git(root, 'checkout', '-qb', 'other');
    write(root, 'app/settings.py', 'TIMEOUT = 1\n');
    git(root, 'commit', '-qam', 'one');
    git(root, 'checkout', '-q', 'main');
    write(root, 'app/settings.py', 'TIMEOUT = 2\n');
    git(root, 'commit', '-qam', 'two');
    expect(() => git(root, 'merge', 'other')).toThrow();
    await refused(root, 'a merge is in progress', 'end it first');
    git(root, 'merge', '--abort');
    expect(() => git(root, 'rebase', 'other')).toThrow();
    await refused(root, 'a rebase is in progress');
  });

  it('conflicts that no merge is about', async () => {
    const root = repository();
    write(root, 'app/settings.py', 'TIMEOUT = 1\n');
    git(root, 'stash', '-q');
    write(root, 'app/settings.py', 'TIMEOUT = 2\n');
    git(root, 'commit', '-qam', 'two');
    expect(() => git(root, 'stash', 'pop')).toThrow();
    await refused(root, 'app/settings.py has conflicts', 'settle them first');
    expect(await series(root, '--commit', '--force')).toMatchObject({ status: 2 });
  });

  it('a repository in which git does not know who commits', async () => {
    const root = repository();
    git(root, 'config', '--unset', 'user.name');
    git(root, 'config', '--unset', 'user.email');
    git(root, 'config', 'user.useConfigOnly', 'true');
    const env = { HOME: root, XDG_CONFIG_HOME: root, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' };
    const { status, stderr } = await redomain(root, ['--write', '--commit'], { env });
    expect(status).toBe(2);
    expect(stderr).toContain('git does not know who commits');
    expect(stderr).toContain('git config --global user.email');
    expect(subjects(root)).toEqual([]);
  });

  it('a domain module that git ignores', async () => {
    const root = repository({ ...SEVERAL, '.gitignore': 'shared/domains.py\n' });
    await refused(root, 'git is told to ignore the domain module shared/domains.py');
  });

  it('another git process at work', async () => {
    const root = repository();
    write(root, '.git/index.lock', '');
    await refused(root, 'another git process is at work here');
  });
});

describe('a detached HEAD', () => {
  it('takes the commits, with a word', async () => {
    const root = repository();
    git(root, 'checkout', '-q', '--detach');
    const { status, stdout } = await series(root, '--commit');
    expect(status).toBe(0);
    expect(stdout).toContain('Note: HEAD is detached: `git switch -c NAME` puts the commits on a branch');
    expect(subjects(root)).toHaveLength(4);
  });
});

describe('the hooks of the repository', () => {
  const hook = (root: string, name: string, script: string): void => {
    write(root, `.git/hooks/${name}`, `#!/bin/sh\n${script}\n`);
    chmodSync(join(root, '.git/hooks', name), 0o755);
  };

  it('stop the series where they refuse: what was committed stands, the rest is as it was', async () => {
    const root = repository();
    hook(root, 'pre-commit', 'if git diff --cached --name-only | grep -q login; then echo "no login today"; exit 1; fi');
    const { status, stderr } = await series(root, '--commit');
    expect(status).toBe(2);
    expect(stderr).toContain('git does not commit staging.auth:\nno login today\n');
    expect(stderr).toMatch(
      /--verify with the command of that hook .* 2 commits stand, up to [0-9a-f]{12}; the same command goes on/,
    );
    expect(subjects(root)).toEqual(['redomain: domain module', 'redomain: staging.backend, 2 files']);
    expect(leftUncommitted(root)).toBe('');
    hook(root, 'pre-commit', 'exit 0');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect(treeOf(root)).toBe(await writtenAtOnce(SEVERAL));
  });

  it('leave no trace of a new domain module that they refuse', async () => {
    const root = repository();
    hook(root, 'commit-msg', 'echo "needs a ticket" >&2; exit 1');
    const { status, stderr } = await series(root, '--commit');
    expect(status).toBe(2);
    expect(stderr).toContain('needs a ticket');
    expect(stderr).toContain('Nothing was changed');
    expect(leftUncommitted(root)).toBe('');
    expect(textsOf(root)).toEqual(SEVERAL);
  });

  it('may write over what was proved: the report says so, and nothing is left uncommitted', async () => {
    const root = repository();
    hook(root, 'pre-commit', 'for f in $(git diff --cached --name-only | grep "\\.md$"); do echo "" >> "$f"; git add "$f"; done');
    const { status, stdout } = await series(root, '--commit');
    expect(status).toBe(0);
    expect(stdout).toContain('Note: a hook changed what was proved, in README.md, web/links.md: look at it once more');
    expect(leftUncommitted(root)).toBe('');
    expect(git(root, 'show', 'HEAD:README.md')).toBe('See https://new.ex.ai/docs.\n\n');
  });

  it('that reshape a file and refuse it leave what they wrote, by name', async () => {
    const root = repository();
    hook(root, 'pre-commit', 'if git diff --cached --name-only | grep -q README; then echo "" >> README.md; exit 1; fi');
    const { status, stderr } = await series(root, '--commit');
    expect(status).toBe(2);
    expect(stderr).toContain('Not taken back: README.md (changed since the run)');
    expect(leftUncommitted(root)).toBe(' M README.md\n');
    const again = await series(root, '--commit');
    expect(again.stderr).toContain('not all of its files can be taken back: README.md (changed since the run)');
    git(root, 'restore', 'README.md');
    hook(root, 'pre-commit', 'exit 0');
    expect(await series(root, '--commit')).toMatchObject({ status: 0 });
    expect(treeOf(root)).toBe(await writtenAtOnce(SEVERAL));
  });
});
