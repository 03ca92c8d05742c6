import {
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import path from 'node:path';
import { shortageOf } from '../core/user-error.ts';
import type { TreeFiles } from '../types/tree.ts';
import { reasonOf } from './reason.ts';
import { topOf } from './repository.ts';

/** The largest manifest, setting or configuration that is read, in bytes. */
const SETTINGS_LIMIT = 4_000_000;

/** Why a file gives no bytes: a lower-case noun phrase. */
export interface Unread {
  readonly reason: string;
  /** There is nothing under this name. */
  readonly absent: boolean;
}

/**
 * Reads what a scanned repository may have put there. Only a regular file of at most `limit` bytes is read: a FIFO would block, and a device
 * has no end. A link is followed where it stays in the work tree that holds the root (outside git: in the root), where it leads from one
 * `node_modules` to another, or where the file lies outside of the work tree anyway. Paths are absolute. Throws UserError where the system
 * refuses to open any more files.
 */
export interface RegularFiles extends TreeFiles {
  read(file: string, limit?: number): Buffer | Unread;
  /** Empty as well where a link leads to the directory from the work tree out of it. */
  entries(directory: string): Dirent[];
}

/** The reason for not reading what a link leads to from the work tree out of it. */
export const LEADS_OUT = 'symbolic link that leads out of the repository';

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The files of the tree that holds `root`. Where git's work tree begins is looked up once. */
export function regularFiles(root: string): RegularFiles {
  const top = topOf(root) ?? root;
  let realTop: string | undefined;
  /** Throws the errors of the system. */
  const followed = (file: string): string | undefined => {
    const target = realpathSync.native(file);
    realTop ??= realpathSync.native(top);
    const isInside = isBelow(top, file) || isBelow(realTop, file);
    return isInside && !isBelow(realTop, target) && !(isInstalled(file) && isInstalled(target)) ? undefined : target;
  };
  const statOf = (file: string): Stats | undefined => {
    try {
      const target = followed(file);
      return target === undefined ? undefined : statSync(target, { throwIfNoEntry: false });
    } catch {
      return undefined;
    }
  };
  const read = (file: string, limit = SETTINGS_LIMIT): Buffer | Unread => {
    try {
      const target = followed(file);
      return target === undefined ? refused(LEADS_OUT) : bytesOf(target, limit);
    } catch (error) {
      demandMeans(error);
      const { code } = error as NodeJS.ErrnoException;
      return { reason: reasonOf(error), absent: code === 'ENOENT' || code === 'ENOTDIR' };
    }
  };
  return {
    read,
    text(file, limit) {
      const bytes = read(file, limit);
      return 'reason' in bytes ? undefined : bytes.toString('utf8').replace(/^\ufeff/, '');
    },
    isRegular(file, limit = SETTINGS_LIMIT) {
      const stat = statOf(file);
      return stat?.isFile() === true && stat.size <= limit;
    },
    exists,
    isDirectory: (directory) => statOf(directory)?.isDirectory() === true,
    entries(directory) {
      try {
        const target = followed(directory);
        return target === undefined ? [] : readdirSync(target, { withFileTypes: true });
      } catch (error) {
        demandMeans(error);
        return [];
      }
    },
    target(file) {
      try {
        return followed(file);
      } catch {
        return undefined;
      }
    },
  };
}

/** `read` of `regularFiles(root)`, for a single file. */
export function readRegular(root: string, file: string, limit = SETTINGS_LIMIT): Buffer | Unread {
  return regularFiles(root).read(file, limit);
}

/** `text` of `regularFiles(root)`, for a single file. */
export function textOf(root: string, file: string, limit = SETTINGS_LIMIT): string | undefined {
  return regularFiles(root).text(file, limit);
}

/** Whether anything stands at a path, links followed. */
export function exists(file: string): boolean {
  return existsSync(file);
}

/** Whether a directory stands at a path, links followed. */
export function isDirectory(directory: string): boolean {
  try {
    return statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}

/** What stands at a path itself, no link followed; `undefined` where nothing does. Throws the errors of the system. */
export function kindOf(file: string): 'regular file' | 'directory' | 'symbolic link' | 'special file' | undefined {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (!stat) return undefined;
  if (stat.isFile()) return 'regular file';
  return stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'symbolic link' : 'special file';
}

/** The bytes of a regular file that is no link. Throws the errors of the system. */
function bytesOf(target: string, limit: number): Buffer | Unread {
  const descriptor = openSync(target, FLAGS);
  try {
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
  } finally {
    closeSync(descriptor);
  }
}

function refused(reason: string): Unread {
  return { reason, absent: false };
}

/** A file that is not read because of a limit of the process is not as good as none: what is decided without it may be wrong. */
function demandMeans(error: unknown): void {
  const shortage = shortageOf(error);
  if (shortage) throw shortage;
}

/** The links of package managers lead from one to another. */
function isInstalled(file: string): boolean {
  return file.split(path.sep).includes('node_modules');
}

function isBelow(directory: string, file: string): boolean {
  const relative = path.relative(directory, file);
  return relative === '' || !(relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative));
}
