import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { reasonOf } from './reason.ts';
import { ensureStore } from './store.ts';

const held = new Map<string, number>();

/** Runs `action` with the lock of `holdLock`. */
export function withLock<T>(root: string, action: () => T): T {
  const release = holdLock(root);
  try {
    return action();
  } finally {
    release();
  }
}

/**
 * Keeps other processes from writing below `root` until the function that it gives is called; holds nest within one process.
 * Throws UserError, naming the process, when another run holds the lock; the lock of a dead process is taken over.
 */
export function holdLock(root: string): () => void {
  const file = path.join(ensureStore(root), 'lock');
  const depth = held.get(root) ?? 0;
  if (depth === 0) acquire(file);
  held.set(root, depth + 1);
  return () => {
    if (depth > 0) held.set(root, depth);
    else {
      held.delete(root);
      rmSync(file, { force: true });
    }
  };
}

/** A lock comes into being with its contents: a link is made at once, or not at all. */
function acquire(file: string): void {
  const own = `${file}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const words = JSON.stringify({ pid: process.pid, host: hostname() });
  try {
    writeFileSync(own, words);
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(own, file, words)) {
        removeAttempts(file, own);
        return;
      }
      takeOver(file, `${own}-stale`);
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
function takeOver(file: string, aside: string): void {
  const seen = read(file);
  if (seen === undefined) return;
  demandStale(seen, file);
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== seen && moved !== undefined) linked(aside, file, moved);
  rmSync(aside, { force: true });
}

/** Removes what processes left that were killed while they took the lock. */
function removeAttempts(file: string, own: string): void {
  const store = path.dirname(file);
  for (const name of readdirSync(store)) {
    const pid = /^lock-(\d+)-/.exec(name)?.[1];
    const attempt = path.join(store, name);
    if (pid !== undefined && attempt !== own && !isAlive(Number(pid)) && isOfThisMachine(read(attempt)))
      rmSync(attempt, { force: true });
  }
}

function isOfThisMachine(words: string | undefined): boolean {
  try {
    return JSON.parse(words ?? '').host === hostname();
  } catch {
    return true;
  }
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
