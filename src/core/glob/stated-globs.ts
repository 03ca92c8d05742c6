import { remembered } from '../remembering.ts';
import { compileGlobs, type GlobOptions } from './glob.ts';

/** Characters of a glob; what is longer is none that a person wrote. */
const LONGEST = 1000;

const known = new Map<string, (path: string) => boolean>();

/** Whether a path is matched by one of the globs that a manifest of the tree states. One that cannot be read matches nothing. */
export function matchesStated(globs: readonly string[], path: string, options: GlobOptions = { dot: true }): boolean {
  return globs.some((glob) => remembered(known, JSON.stringify([glob, options]), () => compiled(glob, options))(path));
}

function compiled(glob: string, options: GlobOptions): (path: string) => boolean {
  if (glob === '' || glob.length > LONGEST) return () => false;
  try {
    return compileGlobs([glob], options);
  } catch {
    return () => false;
  }
}
