import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { reasonOf } from './reason.ts';
import { ensureStore } from './store.ts';

const held = new Map<string, number>();

/**
 * Runs `action` while no other process writes below `root`; calls nest within one process.
 * Throws UserError, naming the process, when another run holds the lock; the lock of a dead process is taken over.
 */
export function withLock<T>(root: string, action: () => T): T {
  const depth = held.get(root) ?? 0;
  const file = path.join(ensureStore(root), 'lock');
  if (depth === 0) acquire(file);
  held.set(root, depth + 1);
  try {
    return action();
  } finally {
    if (depth > 0) held.set(root, depth);
    else {
      held.delete(root);
      rmSync(file, { force: true });
    }
  }
}

/** A lock comes into being with its contents: a link is made at once, or not at all. */
function acquire(file: string): void {
  const own = `${file}-${process.pid}`;
  const words = JSON.stringify({ pid: process.pid, host: hostname() });
  try {
    writeFileSync(own, words);
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(own, file, words)) return;
      takeOver(file);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`cannot lock the tree: ${reasonOf(error)}`, { hint: 'nothing was changed', location: file });
  } finally {
    rmSync(own, { force: true });
  }
  throw new UserError('another redomain run is starting here', { hint: 'try again' });
}

function linked(own: string, file: string, words: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error;
  }
  try {
    writeFileSync(file, words, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Removes the lock of a dead process; throws when it lives. What was moved away is looked at again, as another run may have been faster. */
function takeOver(file: string): void {
  const seen = read(file);
  if (seen === undefined) return;
  demandStale(seen, file);
  const aside = `${file}-${process.pid}-stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== seen && moved !== undefined) linked(aside, file, moved);
  rmSync(aside, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function demandStale(words: string, file: string): void {
  let owner: { pid: number; host: string };
  try {
    owner = JSON.parse(words);
  } catch {
    return;
  }
  const here = owner.host === hostname();
  if (here && (owner.pid === process.pid || !isAlive(owner.pid))) return;
  const who = here ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`;
  throw new UserError(`another redomain run is at work here: ${who}`, {
    hint: 'wait until it ends; if there is no such run, remove the lock',
    location: file,
  });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
