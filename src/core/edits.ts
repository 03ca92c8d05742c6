import type { Edit, Span } from '../types/source.ts';

/** Sorts edits by place; those at one place keep their order. Throws when two overlap. */
export function inOrder(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [index, edit] of sorted.entries()) {
    const next = sorted[index + 1];
    if (next && next.start < edit.end) throw new Error(`edits overlap at offset ${next.start}`);
  }
  return sorted;
}

/** Applies sorted, disjoint edits; with a span, which holds all of them, gives what becomes of that part of the text. */
export function splice(text: string, edits: readonly Edit[], { start, end }: Span = { start: 0, end: text.length }): string {
  let out = '';
  let at = start;
  for (const edit of edits) {
    out += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return out + text.slice(at, end);
}
