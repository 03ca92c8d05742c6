import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { withLock } from '../src/files/lock.ts';
import type { Store } from '../src/files/store.ts';
import { makePipe, makeStore } from './tree.ts';

function lockedBy(words: string): { store: Store; file: string } {
  const store = makeStore();
  const file = path.join(store.directory, 'lock');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, words);
  return { store, file };
}

function faultOf(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

const deadPid = () => spawnSync(process.execPath, ['-e', '0']).pid;

describe('lock', () => {
  test('is held during the action, names this process, and nests', () => {
    const store = makeStore();
    const file = path.join(store.directory, 'lock');
    const seen = withLock(store, () => withLock(store, () => JSON.parse(readFileSync(file, 'utf8'))));
    expect(seen).toEqual({ pid: process.pid, host: hostname() });
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
  test('is released when the action throws', () => {
    const store = makeStore();
    expect(() =>
      withLock(store, () =>
        withLock(store, () => {
          throw new Error('x');
        }),
      ),
    ).toThrow('x');
    expect(existsSync(path.join(store.directory, 'lock'))).toBe(false);
    expect(withLock(store, () => 1)).toBe(1);
  });
  test('of a living process is an error that names it', () => {
    const { store, file } = lockedBy(JSON.stringify({ pid: process.ppid, host: hostname() }));
    expect(() => withLock(store, () => 1)).toThrow(`another redomain run is at work here: process ${process.ppid}`);
    expect(existsSync(file)).toBe(true);
    expect(readdirSync(path.dirname(file)).sort()).toEqual(['lock']);
  });
  test('of another machine is an error that names both', () => {
    const { store } = lockedBy(JSON.stringify({ pid: 7, host: 'elsewhere' }));
    expect(() => withLock(store, () => 1)).toThrow('process 7 on elsewhere');
  });
  test.each([
    ['of a dead process', () => JSON.stringify({ pid: deadPid(), host: hostname() })],
    ['of a process that had this number before', () => JSON.stringify({ pid: process.pid, host: hostname() })],
    ['that is damaged', () => ''],
    ['of nobody', () => '{"pid":-1,"host":"x"}'],
    ['that is no object', () => 'null'],
  ])('%s is taken over', (_, words) => {
    const { store, file } = lockedBy(words());
    expect(withLock(store, () => JSON.parse(readFileSync(file, 'utf8')).pid)).toBe(process.pid);
    expect(readdirSync(path.dirname(file))).toEqual([]);
  });
  test.each([
    ['a directory', (file: string) => mkdirSync(file)],
    ['a pipe', makePipe],
    ['a link', (file: string) => symlinkSync('elsewhere', file)],
  ])('that is %s is named, with what to do', (_, make) => {
    const { store, file } = lockedBy('');
    rmSync(file);
    make(file);
    const fault = faultOf(() => withLock(store, () => 1));
    expect(fault).toMatchObject({
      message: 'cannot lock the tree: the lock is not a regular file',
      location: file,
      hint: 'move it away',
    });
  });
  test('behind a link is not taken', () => {
    const store = makeStore();
    const victim = makeStore().root;
    mkdirSync(store.base);
    symlinkSync(victim, store.directory);
    expect(faultOf(() => withLock(store, () => 1))).toMatchObject({
      message: 'the state of runs cannot be kept: a symbolic link is in its place',
      location: store.directory,
    });
    expect(readdirSync(victim)).toEqual([]);
  });
});
