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

/** The first symbolic link below the top of the work tree that holds `root` (outside git: below `root`) on the way to a path, its end included; absolute. */
export function linkOnTheWay(root: string, file: string): string | undefined {
  const top = realpathSync.native(topOf(root) ?? root);
  const steps = stepsOf(file);
  let place = path.parse(file).root;
  for (let left = LINKS; steps.length > 0; ) {
    const step = steps.shift()!;
    const next = step === '..' ? path.dirname(place) : path.join(place, step);
    const stat = lstatSync(next, { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) {
      if (stepsBelow(top, next)?.some((below) => below !== '')) return next;
      if (left-- === 0) return undefined;
      const target = readlinkSync(next);
      if (path.isAbsolute(target)) place = path.parse(target).root;
      steps.unshift(...stepsOf(target));
    } else place = next;
  }
  return undefined;
}

function stepsOf(file: string): string[] {
  return file
    .slice(path.parse(file).root.length)
    .split(path.sep)
    .filter((step) => step !== '' && step !== '.');
}

/** Whether two paths are of one file, by whatever names; they need not exist. */
export function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((file) => statSync(file, { throwIfNoEntry: false }));
  if (one && other && one.ino !== 0 && one.ino === other.ino && one.dev === other.dev) return true;
  return destinationOf(a) === destinationOf(b);
}

/** Where a path leads, every link followed, whether it is there or not. */
export function destinationOf(file: string): string {
  try {
    return followed(file);
  } catch {
    const above = path.dirname(file);
    return above === file ? file : path.join(destinationOf(above), path.basename(file));
  }
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
