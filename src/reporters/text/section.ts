import type { Colors } from 'picocolors/types.js';
import { counted } from '../../core/counted.ts';
import { groupBy } from '../../core/group-by.ts';
import { clipped } from '../visible.ts';

/** How the text report looks, the same for all of its sections. */
export interface Look {
  readonly colors: Colors;
  /** Lists are printed to their ends. */
  readonly verbose: boolean;
  readonly width: number;
  /** As the reporters' options have it. */
  readonly narrowing: string;
}

/** A list cut after `limit` lines, with a last line that says how many are hidden; whole with `--verbose`. */
export function capped(entries: readonly string[], limit: number, indent: string, { colors, verbose, width }: Look): string[] {
  const fit = (line: string): string => clipped(`${indent}${line}`, Math.max(20, width));
  if (verbose || entries.length <= limit + 1) return entries.map(fit);
  return [
    ...entries.slice(0, limit).map(fit),
    `${indent}${colors.dim(`… ${counted(entries.length - limit, 'more line')} (--verbose shows all)`)}`,
  ];
}

/** Entries by a key, the largest group first, equal ones in order of appearance. */
export function groupedBy<T>(entries: readonly T[], keyOf: (entry: T) => string): [string, T[]][] {
  return [...groupBy(entries, keyOf)].sort((a, b) => b[1].length - a[1].length);
}
