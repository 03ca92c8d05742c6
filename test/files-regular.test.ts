import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { exists, isDirectory, kindOf, LEADS_OUT, readRegular, regularFiles, textOf } from '../src/files/regular.ts';
import { asOrdinaryUser, makePipe, makeTree } from './tree.ts';

/** A work tree with a file of each kind, beside a directory that is not of it. */
function makeFiles(): { root: string; outside: string; at: (...names: string[]) => string } {
  const above = makeTree({
    'repo/.git/HEAD': '',
    'repo/a.txt': 'a',
    'repo/marked.txt': '\ufeffb',
    'repo/app/c.txt': 'c',
    'out/secret.txt': 'secret',
    'out/node_modules/p/index.d.ts': 'p',
  });
  const root = path.join(above, 'repo');
  const at = (...names: string[]): string => path.join(root, ...names);
  makePipe(at('fifo'));
  symlinkSync('/dev/zero', at('zero'));
  symlinkSync('a.txt', at('link'));
  symlinkSync('../a.txt', at('app/up'));
  symlinkSync('app', at('folder'));
  symlinkSync('../out/secret.txt', at('leak'));
  symlinkSync('../out', at('leaks'));
  symlinkSync('fifo', at('to-fifo'));
  symlinkSync('circle', at('circle'));
  symlinkSync('nowhere', at('dangling'));
  mkdirSync(at('node_modules'));
  symlinkSync('../../out/node_modules/p', at('node_modules/p'));
  symlinkSync('../../out', at('node_modules/q'));
  writeFileSync(at('huge'), '');
  truncateSync(at('huge'), 5_000_000);
  return { root, outside: path.join(above, 'out'), at };
}

describe('a file of a scanned tree', () => {
  const { root, outside, at } = makeFiles();
  const tree = regularFiles(root);

  test.each([
    ['a.txt', 'a'],
    ['marked.txt', 'b'],
    ['link', 'a'],
    ['app/up', 'a'],
    ['folder/c.txt', 'c'],
    ['node_modules/p/index.d.ts', 'p'],
  ])('%s is read', (name, text) => {
    expect(tree.text(at(name))).toBe(text);
    expect(tree.isRegular(at(name))).toBe(true);
  });

  test.each([
    ['fifo', 'not a regular file'],
    ['to-fifo', 'not a regular file'],
    ['zero', LEADS_OUT],
    ['leak', LEADS_OUT],
    ['leaks/secret.txt', LEADS_OUT],
    ['node_modules/q/secret.txt', LEADS_OUT],
    ['app', 'directory'],
    ['huge', 'larger than 4 MB'],
    ['circle', 'symbolic link'],
    ['x'.repeat(300), 'path too long for the system'],
  ])('%s is refused', (name, reason) => {
    expect(tree.read(at(name))).toEqual({ reason, absent: false });
    expect(tree.text(at(name))).toBeUndefined();
    expect(tree.isRegular(at(name))).toBe(false);
  });

  test.each(['gone', 'dangling', 'a.txt/b'])('%s is absent', (name) => {
    expect(tree.read(at(name))).toMatchObject({ absent: true });
  });

  test('the same holds from a root below the top of the work tree, and by the real path of one that a link names', () => {
    expect(textOf(at('app'), at('app/up'))).toBe('a');
    symlinkSync(root, path.join(outside, 'repo'));
    const linked = path.join(outside, 'repo');
    expect(textOf(linked, path.join(linked, 'app/up'))).toBe('a');
    expect(readRegular(linked, path.join(linked, 'leak'))).toMatchObject({ reason: LEADS_OUT });
    expect(readRegular(linked, at('leak'))).toMatchObject({ reason: LEADS_OUT });
  });

  test('what lies outside by its own name is read, if it is a regular file', () => {
    expect(tree.text(path.join(outside, 'secret.txt'))).toBe('secret');
    expect(tree.read('/dev/zero')).toEqual({ reason: 'not a regular file', absent: false });
  });

  test('a limit may be another one', () => {
    expect(tree.read(at('huge'), 6_000_000)).toHaveLength(5_000_000);
    expect(tree.read(at('a.txt'), 0)).toEqual({ reason: 'larger than 0 MB', absent: false });
  });

  test('directories are looked into where no link leads out', () => {
    expect(tree.entries(at('folder')).map(({ name }) => name)).toEqual(['c.txt', 'up']);
    expect([at('leaks'), at('gone'), at('a.txt')].map((directory) => tree.entries(directory))).toEqual([[], [], []]);
    expect([at('app'), at('folder'), at('leaks'), at('fifo'), at('gone')].map(tree.isDirectory)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect([tree.target(at('link')), tree.target(at('leak')), tree.target(at('gone'))]).toEqual([
      at('a.txt'),
      undefined,
      undefined,
    ]);
  });

  test('what stands at a path', () => {
    const names = ['a.txt', 'app', 'link', 'fifo', 'gone'];
    expect(names.map((name) => kindOf(at(name)))).toEqual([
      'regular file',
      'directory',
      'symbolic link',
      'special file',
      undefined,
    ]);
    expect(names.map((name) => exists(at(name)))).toEqual([true, true, true, true, false]);
    expect(['folder', 'a.txt', 'gone'].map((name) => isDirectory(at(name)))).toEqual([true, false, false]);
  });

  test('without permission', async () => {
    const alone = makeTree({ a: '' });
    chmodSync(path.join(alone, 'a'), 0);
    await asOrdinaryUser(alone, () => {
      expect(readRegular(alone, path.join(alone, 'a'))).toEqual({ reason: 'no permission', absent: false });
    });
  });

  test('outside git no link leads out of the root', () => {
    const above = makeTree({ 'root/a': 'a', b: 'b' });
    const alone = path.join(above, 'root');
    symlinkSync('../b', path.join(alone, 'b'));
    expect([textOf(alone, path.join(alone, 'a')), textOf(alone, path.join(alone, 'b'))]).toEqual(['a', undefined]);
  });
});
