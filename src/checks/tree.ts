import { join } from 'node:path';
import { partitionPoint } from '../core/partition-point.ts';
import { regularFiles } from '../files/regular.ts';
import type { ListedTree } from '../types/tree.ts';

const LARGEST = 1_000_000;

/** A tree of listed files (sorted) below `root`; those of the domain modules count as there, written or not. */
export function treeOf(root: string, files: readonly string[], modules: readonly string[]): ListedTree {
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
