import path from 'node:path';
import { exists, regularFiles } from '../files/regular.ts';
import type { Above } from '../types/module.ts';

/** The folders above a file, with what is read in them at each call; `file` is relative to `root`. */
export function above(root: string, file: string): Above {
  const top = chain(root).find((folder) => exists(path.join(folder, '.git'))) ?? root;
  const all = chain(path.dirname(path.join(root, file)));
  const tree = regularFiles(root);
  return {
    folders: all.slice(0, all.indexOf(top) + 1),
    text: (...segments) => tree.text(path.join(...segments)),
  };
}

function chain(folder: string): string[] {
  const next = path.dirname(folder);
  return next === folder ? [folder] : [folder, ...chain(next)];
}
