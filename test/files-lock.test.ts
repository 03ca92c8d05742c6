import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withLock } from '../src/files/lock.ts';
import { makeTree } from './tree.ts';

function lockedBy(words: string): { root: string; file: string } {
  const root = makeTree();
  const file = path.join(root, '.redomain/lock');
  mkdirSync(path.dirname(file));
  writeFileSync(file, words);
  return { root, file };
}

const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

describe('lock', () => {
  test('is held during the action, names this process, and nests', () => {
    const root = makeTree();
    const file = path.join(root, '.redomain/lock');
    const seen = withLock(root, () => withLock(root, () => JSON.parse(readFileSync(file, 'utf8'))));
    expect(seen).toEqual({ pid: process.pid, host: hostname() });
    expect(readdirSync(path.dirname(file))).toEqual(['.gitignore']);
  });
  test('is released when the action throws', () => {
    const root = makeTree();
    expect(() =>
      withLock(root, () =>
        withLock(root, () => {
          throw new Error('x');
        }),
      ),
    ).toThrow('x');
    expect(existsSync(path.join(root, '.redomain/lock'))).toBe(false);
    expect(withLock(root, () => 1)).toBe(1);
  });
  test('of a living process is an error that names it', () => {
    const { root, file } = lockedBy(JSON.stringify({ pid: process.ppid, host: hostname() }));
    expect(() => withLock(root, () => 1)).toThrow(`another redomain run is at work here: process ${process.ppid}`);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['.gitignore', 'lock']);
  });
  test('of another machine is an error that names both', () => {
    const { root } = lockedBy(JSON.stringify({ pid: 7, host: 'elsewhere' }));
    expect(() => withLock(root, () => 1)).toThrow('process 7 on elsewhere');
  });
  test.each([
    ['of a dead process', () => JSON.stringify({ pid: deadPid(), host: hostname() })],
    ['of a process that had this number before', () => JSON.stringify({ pid: process.pid, host: hostname() })],
    ['that is damaged', () => ''],
  ])('%s is taken over', (_, words) => {
    const { root, file } = lockedBy(words());
    expect(withLock(root, () => JSON.parse(readFileSync(file, 'utf8')).pid)).toBe(process.pid);
    expect(readdirSync(path.dirname(file))).toEqual(['.gitignore']);
  });
});
