import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';

/**
 * Throws UserError for a directory in a work tree that is made to look like a repository of its own: git would take it for one, and read a
 * configuration that names programs. (Git from 2.38 on refuses it itself, when asked to.)
 */
export function refuseDisguised(root: string): void {
  for (let directory = real(root); !existsSync(path.join(directory, '.git')); directory = path.dirname(directory)) {
    if (isGitDirectory(directory))
      throw new UserError('this directory is made to look like a git repository without a work tree', {
        hint: 'its HEAD, its objects and its refs make git take its config for that of the repository: remove them, or run redomain elsewhere',
        location: directory,
      });
    if (directory === path.dirname(directory)) return;
  }
}

/** Whether git takes a directory for the inside of a repository. */
export function isGitDirectory(directory: string): boolean {
  const has = (name: string): boolean => existsSync(path.join(directory, name));
  return hasHead(path.join(directory, 'HEAD')) && (has('commondir') || (has('objects') && has('refs')));
}

function hasHead(file: string): boolean {
  try {
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return true;
    return stat.isFile() && stat.size < 4096 && /^(?:ref:|[0-9a-f]{40})/.test(readFileSync(file, 'latin1'));
  } catch {
    return false;
  }
}

function real(directory: string): string {
  try {
    return realpathSync.native(directory);
  } catch {
    return directory;
  }
}
