import { splice } from '../../core/edits.ts';
import type { Edit } from '../../types/source.ts';

/** Lines that take the place of others. Lines have their line feeds; `first` counts from 0. */
interface LineChange {
  readonly first: number;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** Lines that a hunk shows on each side of a change. */
const CONTEXT = 3;

export interface Hunk {
  /** 1-based. */
  readonly oldStart: number;
  readonly newStart: number;
  /** With their signs and without line feeds, as in a unified diff. */
  readonly lines: readonly string[];
}

/** The hunks of a text whose edits are known: they need no search for what is the same, which takes long where much changes. */
export function hunksOfEdits(text: string, edits: readonly Edit[]): Hunk[] {
  const lines = linesIn(text);
  const hunks: Hunk[] = [];
  let shift = 0;
  const changes = lineChanges(text, lines, edits);
  for (let at = 0; at < changes.length; ) {
    const from = Math.max(0, changes[at]!.first - CONTEXT);
    const signed: string[] = [];
    let next = from;
    const keep = (to: number): void => {
      for (; next < to; next++) sign(signed, ' ', lines[next]!);
    };
    const before = shift;
    do {
      const { first, removed, added } = changes[at]!;
      keep(first);
      for (const line of removed) sign(signed, '-', line);
      for (const line of added) sign(signed, '+', line);
      next += removed.length;
      shift += added.length - removed.length;
      at++;
    } while (at < changes.length && changes[at]!.first - next <= 2 * CONTEXT);
    keep(Math.min(lines.length, next + CONTEXT));
    hunks.push({ oldStart: from + 1, newStart: from + 1 + before, lines: signed });
  }
  return hunks;
}

/** Which lines the edits change, with nothing in them that stays. */
function lineChanges(text: string, lines: readonly string[], edits: readonly Edit[]): LineChange[] {
  const changes: LineChange[] = [];
  let [line, start] = [0, 0];
  for (let at = 0; at < edits.length; ) {
    while (line < lines.length - 1 && start + lines[line]!.length <= edits[at]!.start) start += lines[line++]!.length;
    const first = line;
    const from = at;
    let end = start + (lines[line]?.length ?? 0);
    let last = first + 1;
    const reaches = ({ start: place }: Edit): boolean => place < end || last >= lines.length;
    for (; at < edits.length && (at === from || reaches(edits[at]!)); at++)
      while (last < lines.length && isOpen(edits[at]!, end)) end += lines[last++]!.length;
    const own = edits.slice(from, at).map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    changes.push(trimmed(first, lines.slice(first, last), linesIn(splice(text.slice(start, end), own))));
    [line, start] = [last, end];
  }
  return changes.filter(({ removed, added }) => removed.length + added.length > 0);
}

/** Whether an edit goes on behind the end of a line, or takes its line feed away. */
function isOpen({ start, end, text }: Edit, lineEnd: number): boolean {
  return lineEnd < end || (lineEnd === end && start < end && !text.endsWith('\n'));
}

function trimmed(first: number, removed: readonly string[], added: readonly string[]): LineChange {
  const shortest = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shortest && removed[head] === added[head]) head++;
  let tail = 0;
  while (tail < shortest - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail++;
  return {
    first: first + head,
    removed: removed.slice(head, removed.length - tail),
    added: added.slice(head, added.length - tail),
  };
}

function linesIn(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sign(signed: string[], as: string, line: string): void {
  if (line.endsWith('\n')) signed.push(as + line.slice(0, -1));
  else signed.push(as + line, '\\ No newline at end of file');
}
