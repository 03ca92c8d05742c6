import { visit } from 'jsonc-parser';
import type { Span } from '../../src/types/source.ts';

/** The spans of a Jupyter notebook's outputs: what a cell printed is a record of a run, not source. */
export function recordedSpans(text: string): Span[] {
  const spans: Span[] = [];
  const keys: string[] = [];
  let from: { depth: number; start: number } | undefined;
  let depth = 0;
  visit(text, {
    onObjectProperty: (name) => {
      keys[depth] = name;
    },
    onArrayBegin: (offset) => {
      if (!from && keys[depth] === 'outputs') from = { depth, start: offset };
    },
    onObjectBegin: () => {
      depth++;
    },
    onObjectEnd: () => {
      depth--;
    },
    onArrayEnd: (offset, length) => {
      if (from && from.depth === depth) {
        spans.push({ start: from.start, end: offset + length });
        from = undefined;
      }
    },
  });
  return spans;
}
