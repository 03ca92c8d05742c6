import { lstatSync, mkdirSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { reasonOf } from './reason.ts';

/** Makes the directory `.redomain` of a root, which git is told to ignore, where a file (its real path) is to be put into it and it is absent. Throws UserError where it cannot. */
export function ensureReports(root: string, file: string): void {
  const directory = path.dirname(file);
  if (directory !== path.join(realpathSync.native(root), '.redomain') || lstatSync(directory, { throwIfNoEntry: false })) return;
  try {
    mkdirSync(directory);
    writeFileSync(path.join(directory, '.gitignore'), '*\n', { flag: 'wx' });
  } catch (error) {
    throw new UserError(`cannot make the directory of the report: ${reasonOf(error)}`, { location: directory });
  }
}
