import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../src/core/user-error.ts';
import { newRun, orderOf } from '../src/files/run-name.ts';
import { makeDirectory, openStore } from '../src/files/store.ts';
import { git } from './cli-project.ts';
import { makeStore, makeTree } from './tree.ts';

function repository(files: Readonly<Record<string, string>> = { a: '1' }): string {
  const root = makeTree(files);
  git(root, 'init', '--quiet');
  git(root, 'add', '--all');
  git(root, 'commit', '--quiet', '-m', 'first');
  return root;
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the store of a root stands', () => {
  test('in the directory of git', async () => {
    const root = repository();
    expect((await openStore(root)).directory).toBe(path.join(root, '.git/redomain'));
  });
  test('there for each root below, apart', async () => {
    const root = repository({ 'a/x': '1', 'b/x': '1' });
    const [a, b] = await Promise.all(['a', 'b'].map((name) => openStore(path.join(root, name))));
    expect(path.dirname(a!.directory)).toBe(path.join(root, '.git/redomain/below'));
    expect(path.dirname(b!.directory)).toBe(path.dirname(a!.directory));
    expect(b!.directory).not.toBe(a!.directory);
  });
  test('in the directory of a linked work tree, and of a submodule', async () => {
    const root = repository();
    const linked = path.join(makeTree(), 'linked');
    git(root, 'worktree', 'add', '--quiet', linked);
    expect((await openStore(linked)).directory).toBe(path.join(root, '.git/worktrees/linked/redomain'));
    const outer = repository({ b: '1' });
    git(outer, '-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', root, 'vendor/lib');
    expect((await openStore(path.join(outer, 'vendor/lib'))).directory).toBe(
      path.join(outer, '.git/modules/vendor/lib/redomain'),
    );
  });
  test('in the state directory of the user, outside git, by the real path of the root', async () => {
    const state = makeTree();
    vi.stubEnv('XDG_STATE_HOME', state);
    const root = makeTree({ a: '1' });
    const { directory } = await openStore(root);
    expect(path.dirname(directory)).toBe(path.join(state, 'redomain'));
    const link = path.join(makeTree(), 'link');
    symlinkSync(root, link);
    expect((await openStore(link)).directory).toBe(directory);
    expect((await openStore(makeTree())).directory).not.toBe(directory);
  });
  test('below the home directory where the variable is not set, or is no absolute path', async () => {
    const home = makeTree();
    vi.stubEnv('HOME', home);
    for (const named of ['', 'state']) {
      vi.stubEnv('XDG_STATE_HOME', named);
      expect((await openStore(makeTree())).directory.startsWith(path.join(realpathSync(home), '.local/state/redomain/'))).toBe(
        true,
      );
    }
  });
  test('never in the tree that is scanned', async () => {
    const root = makeTree({ 'home/.local/state/redomain/x': '' });
    for (const state of [root, path.join(root, 'home/.local/state'), path.join(root, 'not/yet')]) {
      vi.stubEnv('XDG_STATE_HOME', state);
      await expect(openStore(root)).rejects.toThrow(UserError);
      await expect(openStore(root)).rejects.toThrow('is part of the tree that is scanned');
    }
  });
});

test('every level of the store is made as a directory, none through a link', () => {
  const store = makeStore();
  expect(makeDirectory(store, 'runs', 'x')).toBe(path.join(store.directory, 'runs/x'));
  const victim = makeTree();
  symlinkSync(victim, path.join(store.directory, 'linked'));
  expect(() => makeDirectory(store, 'linked', 'x')).toThrow('a symbolic link is in its place');
});

test('runs are numbered on, whatever was removed and whatever the clock says', () => {
  const store = makeStore();
  const first = newRun(store);
  mkdirSync(makeDirectory(store, 'runs', '000041-20200101T000000000Z-000000'), { recursive: true });
  vi.useFakeTimers({ now: new Date('2001-01-01') });
  try {
    const [second, third] = [newRun(store), newRun(store)];
    expect([first, second, third].map(orderOf)).toEqual([1, 42, 43]);
    expect(second).toMatch(/^000042-20010101T000000000Z-[0-9a-f]{6}$/);
  } finally {
    vi.useRealTimers();
  }
});
