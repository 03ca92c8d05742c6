import { join } from 'node:path';
import { partitionPoint } from '../core/partition-point.ts';
import { regularFiles } from '../files/regular.ts';

/** The files of a repository, as the checks look at them. Paths are relative to the root, with `/`. */
export interface Tree {
  /** Sorted. */
  readonly files: readonly string[];
  /** Whether a file or a directory has this path; the root is `''`. */
  has(path: string): boolean;
  /** The text of a file; empty when it cannot be read. */
  read(path: string): string;
}

const LARGEST = 1_000_000;

/** A tree of listed files (sorted) below `root`; those of the domain modules count as there, written or not. */
export function treeOf(root: string, files: readonly string[], modules: readonly string[]): Tree {
  const texts = new Map<string, string>();
  const tree = regularFiles(root);
  const from = (path: string): string | undefined => files[partitionPoint(files.length, (index) => files[index]! < path)];
  return {
    files,
    has: (path) =>
      path === '' ||
      from(path) === path ||
      from(`${path}/`)?.startsWith(`${path}/`) === true ||
      modules.some((module) => module === path || module.startsWith(`${path}/`)),
    read(path) {
      const known = texts.get(path) ?? tree.text(join(root, path), LARGEST) ?? '';
      texts.set(path, known);
      return known;
    },
  };
}

/** A path relative to a folder, `''` being the root; `undefined` outside of it. */
export function below(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
