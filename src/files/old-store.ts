import { lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The names of the runs that redomain 0.1 kept in the tree, oldest first. Nothing in them is read: a commit can put anything there. */
export function oldRuns(root: string): string[] {
  const runs = path.join(root, '.redomain', 'runs');
  const isDirectory = (directory: string): boolean => lstatSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false;
  if (!isDirectory(path.dirname(runs)) || !isDirectory(runs)) return [];
  return readdirSync(runs)
    .filter((name) => /^\d{8}T\d{9}Z-[0-9a-f]{6}$/.test(name) && isDirectory(path.join(runs, name)))
    .sort();
}
