import { randomBytes } from 'node:crypto';
import { linkSync, lstatSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../core/user-error.ts';
import { reasonOf } from './reason.ts';
import { listDirectory, makeDirectory, readKeptText, type Store } from './store.ts';

const OWNER = z.object({ pid: z.int().min(1), host: z.string() });

const LOCK = 'lock';

const held = new Map<string, number>();

/** Runs `action` with the lock of `holdLock`. */
export function withLock<T>(store: Store, action: () => T): T {
  const release = holdLock(store);
  try {
    return action();
  } finally {
    release();
  }
}

/**
 * Keeps other processes from writing below the root of a store until the function that it gives is called; holds nest within one process.
 * Throws UserError, naming the process, when another run holds the lock; the lock of a dead process is taken over.
 */
export function holdLock(store: Store): () => void {
  const key = store.directory;
  const depth = held.get(key) ?? 0;
  if (depth === 0) acquire(store);
  held.set(key, depth + 1);
  return () => {
    if (depth > 0) held.set(key, depth);
    else {
      held.delete(key);
      rmSync(path.join(store.directory, LOCK), { force: true });
    }
  };
}

/** A lock comes into being with its contents: a link is made at once, or not at all. */
function acquire(store: Store): void {
  const name = `${LOCK}-${process.pid}-${randomBytes(3).toString('hex')}`;
  const [file, own] = [LOCK, name].map((one) => path.join(store.directory, one)) as [string, string];
  const words = JSON.stringify({ pid: process.pid, host: hostname() });
  made(store);
  try {
    writeFileSync(own, words, { flag: 'wx', mode: 0o600 });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (linked(own, file, words)) {
        removeAttempts(store, name);
        return;
      }
      takeOver(store, `${name}-stale`);
    }
  } catch (error) {
    throw unlocked(error, file);
  } finally {
    rmSync(own, { force: true });
  }
  throw new UserError('another redomain run is starting here', { hint: 'try again' });
}

function made(store: Store): void {
  try {
    makeDirectory(store);
  } catch (error) {
    throw unlocked(error, store.directory);
  }
}

function unlocked(error: unknown, location: string): UserError {
  if (error instanceof UserError) return error;
  return new UserError(`cannot lock the tree: ${reasonOf(error)}`, { hint: 'nothing was changed', location });
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
function takeOver(store: Store, asideName: string): void {
  const [file, aside] = [LOCK, asideName].map((one) => path.join(store.directory, one)) as [string, string];
  const seen = read(store, LOCK);
  if (seen === undefined) {
    demandFile(file);
    return;
  }
  demandStale(seen, file);
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(store, asideName);
  if (moved !== seen && moved !== undefined) linked(aside, file, moved);
  rmSync(aside, { force: true });
}

/** What stands there and is no file was not put there by a run, and no waiting takes it away. */
function demandFile(file: string): void {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat && !stat.isFile())
    throw new UserError('cannot lock the tree: the lock is not a regular file', { location: file, hint: 'move it away' });
}

/** Removes what processes left that were killed while they took the lock. */
function removeAttempts(store: Store, own: string): void {
  for (const { name } of listDirectory(store)) {
    const pid = /^lock-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || name === own || isAlive(Number(pid))) continue;
    const owner = ownerIn(read(store, name) ?? '');
    if (!owner || owner.host === hostname()) rmSync(path.join(store.directory, name), { force: true });
  }
}

function ownerIn(words: string): z.infer<typeof OWNER> | undefined {
  try {
    return OWNER.safeParse(JSON.parse(words)).data;
  } catch {
    return undefined;
  }
}

function read(store: Store, name: string): string | undefined {
  try {
    return readKeptText(store, name);
  } catch {
    return undefined;
  }
}

function demandStale(words: string, file: string): void {
  const owner = ownerIn(words);
  if (!owner) return;
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
