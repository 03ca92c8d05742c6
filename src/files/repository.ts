import { existsSync } from 'node:fs';
import path from 'node:path';

/** The top of the git work tree that holds a directory; `undefined` where there is none. Asks no git: looks for `.git` upward. */
export function topOf(directory: string): string | undefined {
  for (let top = directory; ; top = path.dirname(top)) {
    if (existsSync(path.join(top, '.git'))) return top;
    if (top === path.dirname(top)) return undefined;
  }
}

/** The way from the top of the git work tree that holds `root` to it, with `/` and a slash at its end; empty where `root` is the top, or in none. */
export function belowTop(root: string): string {
  const top = topOf(root) ?? root;
  return top === root ? '' : `${path.relative(top, root).split(path.sep).join('/')}/`;
}
