import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  type Dirent,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
} from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { run } from './git.ts';
import { reasonOf } from './reason.ts';
import { topOf } from './repository.ts';

/**
 * Where redomain keeps what outlasts a run: journals, the lock, the cache. It stands where no commit, clone or pull request can put a file:
 * in git's own directory, and outside git in the state directory of the user. Each root has its own.
 */
export interface Store {
  /** The root whose runs are kept here; absolute. */
  readonly root: string;
  /** A directory of the system, outside of what is scanned; real and absolute. */
  readonly base: string;
  /** The store, at or below which every level is redomain's; made when something is kept. */
  readonly directory: string;
}

/** Finds the store of a root; makes nothing. Throws UserError where there is no place for one. */
export async function openStore(root: string): Promise<Store> {
  const real = realpathSync(root);
  const git = await run(root, ['rev-parse', '--is-inside-work-tree', '--git-path', 'redomain']);
  const answer = git?.code === 0 ? git.output.toString('utf8') : '';
  if (!answer.startsWith('true\n')) return inStateDirectory(root, real);
  const directory = path.resolve(root, answer.slice('true\n'.length, -1));
  const top = topOf(real) ?? real;
  const base = realpathSync(path.dirname(directory));
  const own = path.join(base, path.basename(directory));
  return { root, base, directory: top === real ? own : path.join(own, 'below', digestOf(path.relative(top, real))) };
}

/** `$XDG_STATE_HOME/redomain`, as the XDG Base Directory Specification has it, with one directory for each root. */
function inStateDirectory(root: string, real: string): Store {
  const { XDG_STATE_HOME: named = '', LOCALAPPDATA: local = '' } = process.env;
  const home = path.isAbsolute(named) ? named : path.isAbsolute(local) ? local : path.join(homeOf(), '.local', 'state');
  const base = realOrMade(home);
  if (base === real || base.startsWith(real.endsWith(path.sep) ? real : real + path.sep))
    throw new UserError('the directory that keeps the state of runs is part of the tree that is scanned', {
      location: base,
      hint: 'set XDG_STATE_HOME to a directory outside of the tree',
    });
  return { root, base, directory: path.join(base, 'redomain', `${path.basename(real).slice(0, 40)}-${digestOf(real)}`) };
}

function homeOf(): string {
  try {
    return homedir();
  } catch (error) {
    throw new UserError(`there is no home directory to keep the state of runs in: ${reasonOf(error)}`, {
      hint: 'set XDG_STATE_HOME to a directory outside of the tree',
    });
  }
}

/** The real path of a directory; of one that is not there yet, below the nearest one that is. */
function realOrMade(directory: string): string {
  try {
    return realpathSync(directory);
  } catch {
    const above = path.dirname(directory);
    return above === directory ? directory : path.join(realOrMade(above), path.basename(directory));
  }
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

/** Makes a directory of the store and all above it. Throws UserError where one of them is a link or no directory, and the errors of the system. */
export function makeDirectory({ base, directory }: Store, ...below: readonly string[]): string {
  mkdirSync(base, { recursive: true, mode: 0o700 });
  const target = path.join(directory, ...below);
  let at = base;
  for (const step of path.relative(base, target).split(path.sep)) {
    at = path.join(at, step);
    if (!lstatSync(at, { throwIfNoEntry: false })) mkdirUnlessThere(at);
    demandDirectory(at);
  }
  return target;
}

function mkdirUnlessThere(directory: string): void {
  try {
    mkdirSync(directory, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function demandDirectory(directory: string): void {
  const stat = lstatSync(directory);
  if (stat.isDirectory()) return;
  throw new UserError(
    `the state of runs cannot be kept: ${stat.isSymbolicLink() ? 'a symbolic link' : 'a file'} is in its place`,
    {
      location: directory,
      hint: 'move it away',
    },
  );
}

/** Whether every level from the base down to a place in the store is there and is a directory. */
function isReached({ base, directory }: Store, below: readonly string[]): boolean {
  let at = base;
  for (const step of path.relative(base, path.join(directory, ...below)).split(path.sep)) {
    at = path.join(at, step);
    if (!lstatSync(at, { throwIfNoEntry: false })?.isDirectory()) return false;
  }
  return true;
}

/** What a directory of the store holds; nothing where it is not there, or behind a link. */
export function listDirectory(store: Store, ...below: readonly string[]): Dirent[] {
  return isReached(store, below) ? readdirSync(path.join(store.directory, ...below), { withFileTypes: true }) : [];
}

/** Opens a file of the store for reading, no link followed. Throws the errors of the system; `ENOENT` as well where it is no regular file. */
export function openKept(store: Store, ...names: readonly string[]): number {
  const file = path.join(store.directory, ...names);
  if (!isReached(store, names.slice(0, -1))) throw Object.assign(new Error('not there'), { code: 'ENOENT' });
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  if (fstatSync(descriptor).isFile()) return descriptor;
  closeSync(descriptor);
  throw Object.assign(new Error('not a regular file'), { code: 'ENOENT' });
}

/** The text of a file of the store. Throws as `openKept` does. */
export function readKeptText(store: Store, ...names: readonly string[]): string {
  const descriptor = openKept(store, ...names);
  try {
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

/** Whether anything was ever kept here. */
export function hasStore(store: Store): boolean {
  return isReached(store, []);
}

/** Makes the entries of a directory durable, where the system can. */
export function syncDirectory(directory: string): void {
  try {
    const descriptor = openSync(directory, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // Windows opens no directories; there is nothing to flush then.
  }
}
