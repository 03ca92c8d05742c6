import { lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Attributes } from './replace.ts';
import { topOf } from './repository.ts';

/**
 * Where a path leads that is to be written, every link followed: a real path, of a file that need not exist. `undefined` where it leads from
 * the work tree that holds `root` (outside git: from `root`) out of it, or into git's directory there. Throws the errors of the system.
 */
export function leadsTo(root: string, file: string): string | undefined {
  const top = topOf(root) ?? root;
  const target = followed(file);
  const below = stepsBelow(realpathSync.native(top), target);
  if (below?.some((step) => step.toLowerCase() === '.git')) return undefined;
  return stepsBelow(top, file) && !below ? undefined : target;
}

/** The steps from a directory to a path below it; `undefined` where it is not below. */
export function stepsBelow(directory: string, file: string): string[] | undefined {
  const relative = path.relative(directory, file);
  const isBelow = relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
  return isBelow ? relative.split(path.sep) : undefined;
}

/** What the replacement of a file keeps; `undefined` where there is no file. */
export function attributesOf(file: string): Attributes | undefined {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat && { mode: stat.mode & 0o7777, uid: stat.uid, gid: stat.gid };
}

const LINKS = 40;

/** The real path of a file whose directory exists; of a link that leads to nothing, the path that it names. */
function followed(file: string, left = LINKS): string {
  const place = path.join(realpathSync.native(path.dirname(file)), path.basename(file));
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (!stat?.isSymbolicLink()) return place;
  if (left === 0) throw Object.assign(new Error('too many symbolic links'), { code: 'ELOOP' });
  return followed(path.resolve(path.dirname(place), readlinkSync(place)), left - 1);
}
