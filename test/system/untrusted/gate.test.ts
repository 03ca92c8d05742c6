import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/types/report.ts';
import { git, project, redomain, write } from '../../cli-project.ts';
import { builtCli } from '../cli-process.ts';

/** No domain module, so that nothing but hosts can fail a check. */
const CONFIG = 'apex: [ex.ai]\nenvironments: { staging: { backend: { host: new.ex.ai, retired: [api.old.ex.ai] } } }\n';
const OLD = 'https://api.old.ex.ai\n';
const GIT_HOOKS = [
  ...[
    'applypatch-msg',
    'pre-applypatch',
    'post-applypatch',
    'pre-commit',
    'pre-merge-commit',
    'prepare-commit-msg',
    'commit-msg',
  ],
  ...['post-commit', 'pre-rebase', 'post-checkout', 'post-merge', 'pre-push', 'pre-receive', 'update', 'proc-receive'],
  ...[
    'post-receive',
    'post-update',
    'reference-transaction',
    'push-to-checkout',
    'pre-auto-gc',
    'post-rewrite',
    'sendemail-validate',
  ],
  ...['fsmonitor-watchman', 'post-index-change', 'query-watchman'],
];

function repository(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const root = project({ 'redomain.yaml': CONFIG, 'a.md': 'a\n', 'b.md': 'b\n', 'sub/c.md': 'c\n', ...files });
  git(root, 'init', '-q');
  git(root, 'config', 'user.name', 'n');
  git(root, 'config', 'user.email', 'n@ex.ai');
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', 'all');
  return root;
}

function hook(hooks: string, script = `exec "${process.execPath}" "${builtCli}" --check --staged --no-diff`): void {
  mkdirSync(hooks, { recursive: true });
  writeFileSync(join(hooks, 'pre-commit'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(hooks, 'pre-commit'), 0o755);
}

/** Whether git makes a commit: its hook looks at what would be in it. */
function commits(root: string, ...words: string[]): boolean {
  const before = git(root, 'rev-parse', 'HEAD');
  try {
    git(root, ...words);
  } catch (error) {
    expect(String((error as { stderr: unknown }).stderr) + String((error as { stdout: unknown }).stdout)).toContain(
      'api.old.ex.ai',
    );
  }
  return git(root, 'rev-parse', 'HEAD') !== before;
}

async function reported(root: string, ...flags: string[]): Promise<Report & { status: number | null }> {
  const { status, stdout, stderr } = await redomain(root, ['--check', '--format', 'json', ...flags]);
  expect(stderr).toBe('');
  return { ...(JSON.parse(stdout) as Report), status };
}

const failing = ({ findings }: Report) =>
  findings.filter(({ beyond, decision }) => !beyond && decision !== 'keep').map(({ path, line }) => `${path}:${line}`);

describe.concurrent('a hook that checks what is staged', { timeout: 120_000 }, () => {
  it.each<[string, (root: string) => readonly string[]]>([
    ['git commit -a', () => ['commit', '-qam', 'x']],
    ['git commit FILE', () => ['commit', '-qm', 'x', 'a.md']],
    ['git commit --include FILE', () => ['commit', '-qm', 'x', '--include', 'a.md']],
    [
      'git commit, with a file that is staged',
      (root) => {
        git(root, 'add', 'a.md');
        return ['commit', '-qm', 'x'];
      },
    ],
    ['git -C', () => ['-C', 'sub', 'commit', '-qam', 'x']],
    ['git with the names of its directories', () => ['--git-dir=.git', '--work-tree=.', 'commit', '-qam', 'x']],
  ])('sees what %s would commit', async (_, prepare) => {
    const root = repository();
    hook(join(root, '.git/hooks'));
    write(root, 'a.md', OLD);
    expect(commits(root, ...prepare(root))).toBe(false);
    write(root, 'a.md', 'https://new.ex.ai\n');
    expect(commits(root, ...prepare(root))).toBe(true);
  });

  it('does not look at what is not to be committed', async () => {
    const root = repository();
    hook(join(root, '.git/hooks'));
    write(root, 'a.md', OLD);
    git(root, 'add', 'a.md');
    write(root, 'b.md', 'fine\n');
    expect(commits(root, 'commit', '-qm', 'x', 'b.md')).toBe(true);
    write(root, 'a.md', 'fine\n');
    expect(commits(root, 'commit', '-qm', 'x')).toBe(false);
  });

  it('sees a part of a file that is staged, as of git commit -p', async () => {
    const root = repository();
    hook(join(root, '.git/hooks'));
    write(root, 'a.md', `a\n${OLD}`);
    git(root, 'add', 'a.md');
    write(root, 'a.md', 'a\nlater\n');
    expect(commits(root, 'commit', '-qm', 'x')).toBe(false);
  });

  it('takes the index that a person names', async () => {
    const root = repository();
    hook(join(root, '.git/hooks'), `cd sub && exec "${process.execPath}" "${builtCli}" --check --staged --no-diff`);
    for (const index of [join(project({}), 'index'), 'own-index']) {
      write(root, 'a.md', OLD);
      const env = { ...process.env, GIT_INDEX_FILE: index };
      const { execFileSync } = await import('node:child_process');
      const run = (...words: string[]) => execFileSync('git', words, { cwd: root, env, stdio: 'pipe', encoding: 'utf8' });
      run('read-tree', 'HEAD');
      run('add', 'a.md');
      expect(() => run('commit', '-qm', 'x')).toThrow(/api\.old\.ex\.ai/);
      rmSync(join(root, 'own-index'), { force: true });
    }
  });

  it('in a linked work tree, and in a submodule', async () => {
    const root = repository();
    hook(join(root, '.git/hooks'));
    const linked = join(project({}), 'linked');
    git(root, 'worktree', 'add', '-q', linked);
    write(linked, 'a.md', OLD);
    expect(commits(linked, 'commit', '-qam', 'x')).toBe(false);
    const outer = repository();
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', root, 'module');
    git(outer, 'commit', '-qm', 'module');
    const inner = join(outer, 'module');
    git(inner, 'config', 'user.name', 'n');
    git(inner, 'config', 'user.email', 'n@ex.ai');
    hook(join(outer, '.git/modules/module/hooks'));
    write(inner, 'a.md', OLD);
    expect(commits(inner, 'commit', '-qam', 'x')).toBe(false);
    expect(commits(inner, 'commit', '-qm', 'x', 'a.md')).toBe(false);
  });

  it.each([['commit', '-qam', 'x'] as const, ['commit', '-qm', 'x', 'a.md'] as const])(
    'takes no index of another repository: git %s %s %s',
    async (...words) => {
      const other = repository();
      write(other, 'b.md', OLD);
      git(other, 'add', 'b.md');
      for (const script of [`--cwd "${other}"`, '']) {
        const outer = repository();
        const change = script === '' ? `cd "${other}" && ` : '';
        hook(join(outer, '.git/hooks'), `${change}exec "${process.execPath}" "${builtCli}" --check --staged --no-diff ${script}`);
        write(outer, 'a.md', 'fine\n');
        // What is staged in the other one fails there, and is none of this one's.
        expect(commits(outer, ...words)).toBe(false);
        git(other, 'reset', '-q');
        expect(commits(outer, ...words)).toBe(true);
        git(other, 'add', 'b.md');
      }
    },
  );
});

const READING: readonly (readonly string[])[] = [
  [],
  ['--check'],
  ['--check', '--since', 'HEAD'],
  ['--check', '--staged'],
  ['--check', '--shard', '1/2', '--format', 'json'],
  ['--check', '--cache'],
  ['hosts'],
  ['hosts', '--history'],
  ['module', '--check'],
];

describe.concurrent('a command that reads', { timeout: 120_000 }, () => {
  it.each(READING.map((words) => [words] as const))('%j takes no lock, writes no index, and runs no hook', async (words) => {
    const root = repository();
    const marks = project({});
    const hooks = project({});
    for (const name of GIT_HOOKS) {
      writeFileSync(join(hooks, name), `#!/bin/sh\ntouch "${join(marks, name)}"\n`);
      chmodSync(join(hooks, name), 0o755);
      write(root, `.git/hooks/${name}`, readFileSync(join(hooks, name)));
      chmodSync(join(root, '.git/hooks', name), 0o755);
    }
    git(root, 'config', 'core.fsmonitor', join(hooks, 'fsmonitor-watchman'));
    git(root, 'config', 'core.splitIndex', 'false');
    // Touched files make git want to refresh the index.
    for (const name of ['a.md', 'b.md', 'sub/c.md']) utimesSync(join(root, name), new Date(), new Date(Date.now() + 5000));
    const index = join(root, '.git/index');
    utimesSync(index, 1000, 1000);
    for (const entry of readdirSync(marks)) rmSync(join(marks, entry));
    const bytes = readFileSync(index);
    const plain = await redomain(root, words);
    expect(plain).toMatchObject({ status: 0, stderr: '' });
    expect([statSync(index).mtimeMs, readFileSync(index).equals(bytes)]).toEqual([1_000_000, true]);
    git(root, 'config', 'core.hooksPath', hooks);
    writeFileSync(join(root, '.git/index.lock'), '');
    expect(await redomain(root, words)).toMatchObject({ status: 0, stderr: '' });
    expect([statSync(index).mtimeMs, readFileSync(index).equals(bytes)]).toEqual([1_000_000, true]);
    expect(readdirSync(marks)).toEqual([]);
  });

  it('takes no directory of a clone for a repository, and runs nothing that its configuration names', async () => {
    const mark = join(project({}), 'mark');
    const config = `[core]\n\tbare = false\n\tworktree = .\n\tfsmonitor = "touch ${mark}; false"\n[filter "x"]\n\tclean = touch ${mark}; cat\n[diff]\n\texternal = touch ${mark}\n[alias]\n\tdiff = !touch ${mark}\n`;
    const disguise = {
      'in/HEAD': 'ref: refs/heads/main\n',
      'in/config': config,
      'in/objects/x': '',
      'in/refs/x': '',
      'in/redomain.yaml': CONFIG,
      'in/.gitattributes': '* filter=x\n',
      'in/deep/redomain.yaml': CONFIG,
      'in/deep/a.md': OLD,
    };
    for (const files of [disguise, { ...disguise, 'in/commondir': '../.git\n' }]) {
      const root = repository(files);
      for (const cwd of ['in', 'in/deep'])
        for (const words of [...READING, ['--write'], ['--write', '--commit'], ['--check', '--cwd', '.']]) {
          const { status, stdout, stderr } = await redomain(join(root, cwd), words);
          expect({ words, status, stdout }).toEqual({
            words,
            status: words[0] === 'module' ? 0 : 2,
            stdout: words[0] === 'module' ? stdout : '',
          });
          if (words[0] !== 'module') expect(stderr).toMatch(/looks? like a git repository.*\n.*in\n.*remove them/);
        }
      expect(existsSync(mark)).toBe(false);
      expect((await redomain(root, ['--check', '--no-diff'])).stdout).toContain('in/deep/a.md');
    }
  });

  it('connects to nothing in a partial clone, and says what brings what it lacks', async () => {
    const origin = repository({ 'a.md': OLD });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    git(origin, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
    const base = git(origin, 'rev-parse', 'HEAD').trim();
    write(origin, 'a.md', 'https://api.old.ex.ai/2\n');
    git(origin, 'commit', '-qam', 'two');
    const clone = join(project({}), 'clone');
    git(origin, 'clone', '-q', '--filter=blob:none', `file://${origin}`, clone);
    expect(failing(await reported(clone))).toEqual(['a.md:1']);
    for (const env of [{}, { GIT_ALLOW_PROTOCOL: 'file', GIT_NO_LAZY_FETCH: '0' }]) {
      const { status, stderr } = await redomain(clone, ['--check', '--since', base], { env });
      expect({ status, stderr }).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/this clone is partial.*\n.*\n.*`git diff /),
      });
    }
    git(clone, 'diff', base);
    expect(failing(await reported(clone, '--since', base))).toEqual(['a.md:1']);
  });
});

describe.concurrent('what a sparse checkout lacks', { timeout: 120_000 }, () => {
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`big/${at % 7}/f${at}.md`, OLD]));

  it.each([[['--cone']], [['--no-cone']], [['--cone', '--sparse-index']]])('is named, by few entries: %j', async (words) => {
    const root = repository(many);
    git(root, 'sparse-checkout', 'set', ...words, ...(words.includes('--no-cone') ? ['/*', '!/big/', '/big/3/f3.md'] : ['sub']));
    const { files } = await reported(root);
    const named = files.filter(({ status }) => status === 'skipped');
    expect(named.length).toBeLessThan(60);
    expect(named.map(({ reason }) => Number(/^\d+/.exec(reason!))).reduce((sum, count) => sum + count)).toBe(
      words.includes('--no-cone') ? 299 : 300,
    );
    expect(named[0]).toMatchObject({
      path: expect.stringMatching(/^big/),
      reason: expect.stringContaining('`git sparse-checkout disable`'),
    });
    const { stdout } = await redomain(root, ['--check', '--no-diff']);
    expect(stdout).toContain('outside the sparse checkout');
    expect(stdout.split('\n').length).toBeLessThan(80);
    expect((await reported(root, 'sub')).files).toEqual([]);
  });

  it('is named with --since, is read with --staged, and keeps its entries in a baseline', async () => {
    const root = repository(many);
    await redomain(root, ['--check', '--update-baseline']);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'baseline');
    write(root, 'big/0/f0.md', 'https://api.old.ex.ai/more\n');
    git(root, 'commit', '-qam', 'more');
    git(root, 'sparse-checkout', 'set', 'sub');
    expect((await reported(root, '--since', 'HEAD~')).files).toMatchObject([
      { path: 'big/0/f0.md', status: 'skipped', reason: expect.stringContaining('sparse checkout') },
    ]);
    await redomain(root, ['--check', '--update-baseline']);
    expect(
      (JSON.parse(readFileSync(join(root, 'redomain-baseline.json'), 'utf8')) as { findings: unknown[] }).findings,
    ).toHaveLength(300);
    const blob = git(root, 'hash-object', '-w', 'redomain.yaml').trim();
    git(root, 'update-index', '--cacheinfo', `100644,${blob},big/1/f1.md`);
    expect((await reported(root, '--staged')).files.map(({ status }) => status)).not.toContain('skipped');
  });
});

describe.concurrent('a repository hides no file from the gate', { timeout: 120_000 }, () => {
  it.each([
    '.redomain/x.md',
    'sub/.redomain/x.md',
    'sub/.redomain-x.tmp',
    '.redomain-20260131T101112123Z-a1b2c3-0.tmp',
    'sub/.redomain-000012-20260131T101112123Z-a1b2c3-0.tmp',
    'ignored.log',
  ])('by its name, where it is tracked: %s', async (name) => {
    const root = repository({ '.gitignore': '*.log\n' });
    write(root, name, OLD);
    git(root, 'add', '-f', name);
    for (const flags of [[], ['--staged'], ['--since', 'HEAD'], [name]])
      expect(failing(await reported(root, ...flags))).toEqual([`${name}:1`]);
    git(root, 'commit', '-qm', 'x');
    expect((await redomain(root, ['hosts', '--history', '--format', 'json'])).stdout).toContain('api.old.ex.ai');
    expect(failing(await reported(root))).toEqual([`${name}:1`]);
  });

  it.each(['sub/.redomain/x.md', 'sub/.redomain-x.tmp', '.redomain-evil.tmp'])('nor where it is not: %s', async (name) => {
    const root = repository();
    write(root, name, OLD);
    write(root, '.redomain/own.md', OLD);
    write(root, 'sub/.redomain-20260131T101112123Z-a1b2c3-0.tmp', OLD);
    expect(failing(await reported(root))).toEqual([`${name}:1`]);
    rmSync(join(root, '.git'), { recursive: true });
    expect(failing(await reported(root))).toEqual([`${name}:1`]);
  });

  it('by attributes, line endings, or by being a rename', async () => {
    const root = repository({ 'legacy/old.md': OLD.repeat(20), 'kept/old.md': OLD.repeat(20), 'seen.md': OLD.repeat(20) });
    write(
      root,
      'redomain.yaml',
      `${CONFIG}deliver:\n  - { files: ["legacy/**"], as: ignore }\n  - { files: ["kept/**"], as: keep }\n`,
    );
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'ignored');
    write(
      root,
      '.gitattributes',
      '* -diff -text linguist-generated linguist-vendored export-ignore diff=x merge=binary\n*.md binary\n',
    );
    write(root, 'a.md', `a\r\n${OLD}`);
    for (const name of ['legacy', 'kept']) {
      renameSync(join(root, name, 'old.md'), join(root, `${name}.md`));
      git(root, 'add', '-A');
    }
    renameSync(join(root, 'seen.md'), join(root, 'still-seen.md'));
    git(root, 'add', '-A');
    const places = failing(await reported(root, '--since', 'HEAD'));
    expect(places.filter((place) => !/^(?:legacy|kept)\.md/.test(place))).toEqual(['a.md:2']);
    expect(places).toHaveLength(41);
    expect(failing(await reported(root, '--staged')).filter((place) => place.startsWith('a.md'))).toEqual(['a.md:2']);
  });

  it('by the encoding, in which lines are counted otherwise', async () => {
    const wide = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');
    const before = `${'ਊ'.repeat(9)}\nquiet\nhttps://new.ex.ai\n`;
    const root = repository({ 'wide.txt': wide(before), 'bom.txt': Buffer.from(`ਊ\n${OLD}`, 'utf16le') });
    write(root, 'wide.txt', wide(before.replace('new.', 'api.old.')));
    write(root, 'bom.txt', wide(`ਊ\n${OLD}`));
    expect(failing(await reported(root, '--since', 'HEAD')).sort()).toEqual(['bom.txt:2', 'wide.txt:3']);
  });

  it('by a name that git quotes in a list of files', async () => {
    const root = repository();
    const names = ['ä.md', 'a "b".md', 'tab\t.md'];
    for (const name of names) write(root, name, OLD);
    git(root, 'add', '-A');
    const list = join(project({}), 'list');
    writeFileSync(list, git(root, 'diff', '--cached', '--name-only'));
    expect(readFileSync(list, 'utf8')).toContain('"\\303\\244.md"');
    expect(failing(await reported(root, '--files-from', list)).sort()).toEqual(names.map((name) => `${name}:1`).sort());
  });
});
