import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { reasonOf } from './reason.ts';
import { topOf } from './repository.ts';

/** The largest manifest, setting or configuration that is read, in bytes. */
export const SETTINGS_LIMIT = 4_000_000;

/** Why a file gives no bytes: a lower-case noun phrase. */
export interface Unread {
  readonly reason: string;
  /** There is nothing under this name. */
  readonly absent: boolean;
}

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a file that a scanned repository may have put there. Only a regular file of at most `limit` bytes is read: a FIFO would block, and a
 * device has no end. A link is followed where it stays in the work tree that holds `root` (outside git: in `root`), or where the file lies
 * outside of that anyway. Paths are absolute.
 */
export function readRegular(root: string, file: string, limit = SETTINGS_LIMIT): Buffer | Unread {
  let descriptor: number | undefined;
  try {
    const target = targetOf(root, file);
    if (target === undefined) return refused('symbolic link that leads out of the repository');
    descriptor = openSync(target, FLAGS);
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return refused(stat.isDirectory() ? 'directory' : 'not a regular file');
    if (stat.size > limit) return refused(`larger than ${(limit / 1e6).toFixed(0)} MB`);
    const bytes = Buffer.allocUnsafe(stat.size);
    let length = 0;
    while (length < stat.size) {
      const count = readSync(descriptor, bytes, length, stat.size - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.subarray(0, length);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { reason: reasonOf(error), absent: code === 'ENOENT' || code === 'ENOTDIR' };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** The text of a file that `readRegular` reads: UTF-8, without a byte order mark; `undefined` where it reads none. */
export function textOf(root: string, file: string, limit = SETTINGS_LIMIT): string | undefined {
  const bytes = readRegular(root, file, limit);
  return 'reason' in bytes ? undefined : bytes.toString('utf8').replace(/^\ufeff/, '');
}

/** Whether `readRegular` would read a file. */
export function isRegular(root: string, file: string, limit = SETTINGS_LIMIT): boolean {
  try {
    const target = targetOf(root, file);
    const stat = target === undefined ? undefined : statSync(target);
    return stat?.isFile() === true && stat.size <= limit;
  } catch {
    return false;
  }
}

/** What a directory holds; empty where it cannot be read, or where a link leads to it from the work tree out of it. */
export function entriesOf(root: string, directory: string): Dirent[] {
  try {
    const target = targetOf(root, directory);
    return target === undefined ? [] : readdirSync(target, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Whether anything stands at a path, links followed. */
export function exists(file: string): boolean {
  return existsSync(file);
}

/** Where a path leads; `undefined` where it leads from the work tree out of it. Throws the errors of the system. */
function targetOf(root: string, file: string): string | undefined {
  const top = topOf(root) ?? root;
  const target = realpathSync.native(file);
  return isBelow(top, file) && !isBelow(realpathSync.native(top), target) ? undefined : target;
}

function refused(reason: string): Unread {
  return { reason, absent: false };
}

function isBelow(directory: string, file: string): boolean {
  const relative = path.relative(directory, file);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}
