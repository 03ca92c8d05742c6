import type { Span } from '../types/source.ts';
import { partitionPoint } from './partition-point.ts';

/**
 * Finds the innermost item whose span holds another one. Items lie beside each other or nest; `holding` is the part of an item that counts,
 * where it is not all of it. An answer costs logarithmic time and the depth of nesting.
 */
export function innermostFinder<T>(
  items: readonly T[],
  spanOf: (item: T) => Span,
  holding: (item: T) => Span = spanOf,
): (span: Span) => T | undefined {
  const sorted = items
    .map((item) => ({ item, span: spanOf(item), around: -1 }))
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const open: number[] = [];
  for (const [index, entry] of sorted.entries()) {
    while (open.length > 0 && sorted[open.at(-1)!]!.span.end <= entry.span.start) open.pop();
    entry.around = open.at(-1) ?? -1;
    open.push(index);
  }
  return ({ start, end }) => {
    let index = partitionPoint(sorted.length, (at) => sorted[at]!.span.start <= start) - 1;
    for (; index >= 0; index = sorted[index]!.around) {
      const { item } = sorted[index]!;
      const held = holding(item);
      if (held.start <= start && end <= held.end) return item;
    }
    return undefined;
  };
}
