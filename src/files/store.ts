import { closeSync, fsyncSync, lstatSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { reasonOf } from './reason.ts';

/** The directory in which redomain keeps journal and lock, made when it is absent; git ignores it. Throws UserError when it cannot be. */
export function ensureStore(root: string): string {
  const store = path.join(root, '.redomain');
  try {
    const stat = lstatSync(store, { throwIfNoEntry: false });
    if (stat && !stat.isDirectory())
      throw new UserError('.redomain is not a directory', { hint: 'move it away', location: store });
    mkdirSync(store, { recursive: true });
    writeFileSync(path.join(store, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    if (error instanceof UserError) throw error;
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new UserError(`cannot keep a journal: ${reasonOf(error)}`, { hint: 'nothing was changed', location: store });
    }
  }
  return store;
}

/** Whether redomain ever kept anything here. */
export function hasStore(root: string): boolean {
  return lstatSync(path.join(root, '.redomain'), { throwIfNoEntry: false })?.isDirectory() ?? false;
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
