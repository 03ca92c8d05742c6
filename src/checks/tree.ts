import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partitionPoint } from '../core/partition-point.ts';

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
  const from = (path: string): string | undefined => files[partitionPoint(files.length, (index) => files[index]! < path)];
  return {
    files,
    has: (path) =>
      path === '' ||
      from(path) === path ||
      from(`${path}/`)?.startsWith(`${path}/`) === true ||
      modules.some((module) => module === path || module.startsWith(`${path}/`)),
    read(path) {
      const known = texts.get(path) ?? textOf(join(root, path));
      texts.set(path, known);
      return known;
    },
  };
}

function textOf(file: string): string {
  try {
    const bytes = readFileSync(file);
    return bytes.length > LARGEST ? '' : bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch {
    return '';
  }
}

/** A path relative to a folder, `''` being the root; `undefined` outside of it. */
export function below(folder: string, path: string): string | undefined {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}
