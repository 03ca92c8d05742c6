import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/core/user-error.ts';
import { discover } from '../src/files/discover.ts';
import { temporaryName } from '../src/files/name.ts';
import { asOrdinaryUser, hasOrdinaryUser, makePipe, makeTree } from './tree.ts';

function git(cwd: string, ...command: string[]): string {
  const { GIT_DIR, GIT_INDEX_FILE, GIT_WORK_TREE, ...env } = process.env;
  const identity = ['-c', 'user.name=n', '-c', 'user.email=n@ex.ai', '-c', 'protocol.file.allow=always'];
  return execFileSync('git', [...identity, ...command], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] }).toString();
}

function commit(root: string): void {
  git(root, 'init', '--quiet');
  git(root, 'add', '--force', '.');
  git(root, 'commit', '--quiet', '--message', 'first');
}

const files = async (root: string, paths: string[] = [], cwd = root) => (await discover(root, paths, cwd)).files;

describe('in a git work tree', () => {
  test('tracked, tracked although ignored, and untracked files; not what is ignored, deleted, or git’s', async () => {
    const root = makeTree({ a: '', 'b/kept.log': '', gone: '', '.gitignore': '*.log\nout/\n' });
    commit(root);
    rmSync(path.join(root, 'gone'));
    for (const file of ['b/new', 'b/new.log', temporaryName('20260131T101112123Z-a1b2c3', 2)])
      writeFileSync(path.join(root, file), '');
    mkdirSync(path.join(root, 'out'));
    mkdirSync(path.join(root, '.redomain'));
    writeFileSync(path.join(root, 'out/x'), '');
    writeFileSync(path.join(root, '.redomain/x'), '');
    const all = ['.gitignore', 'a', 'b/kept.log', 'b/new'];
    for (const [paths, expected] of [[[], all] as const, [['b'], all.slice(2)] as const]) {
      const { listed, ...found } = await discover(root, paths, root);
      expect(listed()).toEqual(all);
      expect(found).toEqual({ files: expected, skipped: [], blobs: new Map() });
    }
  });
  test('a root below the top, and names of every kind in the order of their bytes', async () => {
    const names = ['a b', 'a"b', 'a\nb', 'a\tb', 'ü', '\u{1f600}', '\uffee', '[id].ts', 'A', 'a\\b', "it's"];
    const top = makeTree(Object.fromEntries([['outside', ''], ...names.map((name) => [`root/${name}`, ''])]));
    commit(top);
    expect(await files(path.join(top, 'root'))).toEqual(names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
  });
  test('symbolic links, submodules, repositories within and foreign names are skipped with a reason', async () => {
    const library = makeTree({ x: '' });
    commit(library);
    const root = makeTree({ a: '' });
    symlinkSync('/etc', path.join(root, 'link'));
    commit(root);
    git(root, 'submodule', '--quiet', 'add', library, 'sub');
    symlinkSync('a', path.join(root, 'new-link'));
    git(root, 'clone', '--quiet', library, 'inner');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/n`), Buffer.from([0xff])]), '');
    const { files: found, skipped } = await discover(root, [], root);
    expect(found).toEqual(['.gitmodules', 'a']);
    expect(Object.fromEntries(skipped.map((entry) => [entry.path, entry.reason]))).toEqual({
      link: 'symbolic link',
      'new-link': 'symbolic link',
      sub: 'submodule',
      inner: 'another git repository',
      'n\\xff': 'name that is not UTF-8',
    });
    expect(await discover(root, ['sub/x', 'link/hosts', 'new-link'], root)).toMatchObject({
      files: [],
      skipped: [
        { path: 'sub/x', reason: 'in sub: submodule' },
        { path: 'link/hosts', reason: 'in link: symbolic link' },
        { path: 'new-link', reason: 'symbolic link' },
      ],
    });
  });
  test('both sides of a merge conflict are one file', async () => {
    const root = makeTree({ a: '1' });
    commit(root);
    git(root, 'checkout', '--quiet', '-b', 'other');
    writeFileSync(path.join(root, 'a'), '2');
    git(root, 'commit', '--quiet', '--all', '--message', 'other');
    git(root, 'checkout', '--quiet', '-');
    writeFileSync(path.join(root, 'a'), '3');
    git(root, 'commit', '--quiet', '--all', '--message', 'third');
    expect(() => git(root, 'merge', 'other')).toThrow();
    expect(await files(root)).toEqual(['a']);
  });
  test('a root that the repository ignores is walked', async () => {
    const top = makeTree({ '.gitignore': 'build/\n' });
    commit(top);
    mkdirSync(path.join(top, 'build'));
    writeFileSync(path.join(top, 'build/a'), '');
    expect(await files(path.join(top, 'build'))).toEqual(['a']);
  });
  test('the environment of a hook does not mislead', async () => {
    const top = makeTree({ 'root/a': '', b: '' });
    commit(top);
    vi.stubEnv('GIT_DIR', '.git');
    vi.stubEnv('GIT_INDEX_FILE', '/nowhere');
    expect(await files(path.join(top, 'root'))).toEqual(['a']);
    vi.unstubAllEnvs();
  });
});

describe('elsewhere', () => {
  test('a walk honours .gitignore files of every level', async () => {
    const root = makeTree({
      '.gitignore': '*.log\n/out/\nnode_modules\n',
      'a.log': '',
      'out/x': '',
      'b/out/x': '',
      'b/.gitignore': '!kept.log\nc/*\n!c/d\n',
      'b/kept.log': '',
      'b/a.log': '',
      'b/c/d': '',
      'b/c/e': '',
      'b/node_modules/m/x': '',
      '.git/config': '',
      '.redomain/x': '',
      '.hidden': '',
      'a\\b': '',
    });
    vi.stubEnv('PATH', '/nowhere');
    expect(await files(root)).toEqual(['.gitignore', '.hidden', 'a\\b', 'b/.gitignore', 'b/c/d', 'b/kept.log', 'b/out/x']);
    vi.unstubAllEnvs();
  });
  test('links, pipes and foreign names are skipped with a reason', async () => {
    const root = makeTree({ 'd/a': '' });
    symlinkSync('.', path.join(root, 'd/loop'));
    makePipe(path.join(root, 'pipe'));
    writeFileSync(Buffer.concat([Buffer.from(`${root}/d/n`), Buffer.from([0xff])]), '');
    const { files: found, skipped } = await discover(root, [], root);
    expect(found).toEqual(['d/a']);
    expect(skipped.toSorted((a, b) => (a.path < b.path ? -1 : 1))).toEqual([
      { path: 'd/loop', reason: 'symbolic link' },
      { path: 'd/n\\xff', reason: 'name that is not UTF-8' },
      { path: 'pipe', reason: 'not a regular file' },
    ]);
  });
  test.skipIf(!hasOrdinaryUser)('a directory without permission is skipped with a reason', async () => {
    const root = makeTree({ a: '', 'closed/b': '' });
    chmodSync(path.join(root, 'closed'), 0);
    const found = await asOrdinaryUser(root, () => discover(root, [], root));
    expect(found).toEqual({
      blobs: new Map(),
      files: ['a'],
      listed: expect.any(Function),
      skipped: [{ path: 'closed', reason: 'directory without permission' }],
    });
    chmodSync(path.join(root, 'closed'), 0o755);
  });
});

describe('paths', () => {
  const root = makeTree({
    '.gitignore': 'secret\n',
    a: '',
    'src/a.py': '',
    'src/[id]/b.ts': '',
    'src/i/b.ts': '',
    'lib/.c': '',
    secret: '',
  });
  const cwd = path.join(root, 'src');

  test('files, directories and globs, relative to the working directory, each file once', async () => {
    expect(await files(root, ['a.py', '../a', '../lib/'], cwd)).toEqual(['a', 'lib/.c', 'src/a.py']);
    expect(await files(root, ['.'], cwd)).toEqual(['src/[id]/b.ts', 'src/a.py', 'src/i/b.ts']);
    expect(await files(root, ['**/*.ts', './i/*', '../**/*.py', 'a.py'], cwd)).toEqual([
      'src/[id]/b.ts',
      'src/a.py',
      'src/i/b.ts',
    ]);
    expect(await files(root, ['src/[id]/*.ts'.replace('[', '\\['), path.join(root, 'lib')])).toEqual(['lib/.c', 'src/[id]/b.ts']);
    expect(await files(root, ['*'], path.join(root, 'src/[id]'))).toEqual(['src/[id]/b.ts']);
    expect(await files(root, [`${root}/src/*.py`])).toEqual(['src/a.py']);
    expect(await files(root, [root], root)).toHaveLength(6);
  });
  test('a name that exists is no glob', async () => {
    expect(await files(root, ['[id]/b.ts', '[id]'], cwd)).toEqual(['src/[id]/b.ts']);
  });
  test('an ignored file that is named itself is scanned', async () => {
    expect(await files(root, ['secret'])).toEqual(['secret']);
  });
  test('the root may be reached through a symbolic link', async () => {
    const link = path.join(makeTree(), 'link');
    symlinkSync(root, link);
    expect(await files(link, ['src/a.py'], root)).toEqual(['src/a.py']);
    expect(await files(root, ['src'], link)).toHaveLength(3);
  });
  test('what matches nothing, or lies outside, is an error that names it', async () => {
    mkdirSync(path.join(root, 'empty'), { recursive: true });
    for (const [written, message] of [
      ['no/such.py', '"no/such.py" does not exist'],
      ['*.rs', '"*.rs" matches no file that is scanned'],
      ['empty', '"empty" holds no file that is scanned'],
      ['..', `".." is outside ${root}`],
      ['../x/*.py', `"../x/*.py" is outside ${root}`],
      ['/etc/hosts', `"/etc/hosts" is outside ${root}`],
    ] as const) {
      const error = await discover(root, ['a', written], root).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ message, hint: expect.any(String) });
    }
  });
});
