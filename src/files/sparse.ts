import { counted } from '../core/counted.ts';
import type { Skipped } from './skipped.ts';

/** The most entries that are made. */
const MANY = 50;

/**
 * The tracked files that a sparse checkout lacks, as what is skipped: few entries, each for a file, for the outermost directory that holds no
 * file of `present` (where that is known), or, where those would be many, for a part of the tree.
 */
export function outsideBelow(outside: readonly string[], present?: readonly string[]): Skipped[] {
  const inhabited = new Set(present?.flatMap(directoriesOf));
  const isEmpty = (directory: string): boolean => present !== undefined && !inhabited.has(directory);
  const ways: readonly ((path: string) => string)[] = [
    (path) => directoriesOf(path).find(isEmpty) ?? path,
    (path) => path.split('/')[0]!,
    () => '.',
  ];
  const grouped = ways.map((way) => () => countsOf(outside.map(way)));
  for (const group of grouped) {
    const counts = group();
    if (counts.size > MANY && group !== grouped.at(-1)) continue;
    return [...counts].map(([path, count]) => ({
      path,
      reason: `${counted(count, 'tracked file')} outside the sparse checkout (\`git sparse-checkout disable\` brings them)`,
      outside: true,
    }));
  }
  return [];
}

function countsOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** The directories above a path, the outermost first. */
function directoriesOf(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}
