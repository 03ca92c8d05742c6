import { inOrder } from '../src/core/edits.ts';
import type { Edit } from '../src/types/source.ts';

/** The edits that put a text in place of every match. */
export function replacing(text: string, pattern: RegExp, replacement: string): Edit[] {
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
    text: replacement,
  }));
}

/** Edits at any places, each with a length and what is put there; those that would touch an earlier one are left out. */
export function editsAt(text: string, places: readonly (readonly [at: number, length: number, added: string])[]): Edit[] {
  const made: Edit[] = [];
  for (const [at, length, added] of places) {
    const start = at % (text.length + 1);
    const edit = { start, end: Math.min(text.length, start + length), text: added };
    if (made.every((other) => other.end < edit.start || edit.end < other.start)) made.push(edit);
  }
  return inOrder(made);
}
