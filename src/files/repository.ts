import { existsSync } from 'node:fs';
import path from 'node:path';

/** The way from the top of the git work tree that holds `root` to it, with `/` and a slash at its end; empty where `root` is the top, or in none. */
export function belowTop(root: string): string {
  for (let top = root; ; top = path.dirname(top)) {
    if (existsSync(path.join(top, '.git'))) return top === root ? '' : `${path.relative(top, root).split(path.sep).join('/')}/`;
    if (top === path.dirname(top)) return '';
  }
}
