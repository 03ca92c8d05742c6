import { type ChangeObject, diffWordsWithSpace } from 'diff';
import type { HunkRow } from './shape.ts';

/** A piece of a line, and whether it is what changes there. */
interface Piece {
  readonly text: string;
  readonly changed: boolean;
}

/** A line of a diff; numbers are 1-based and absent on the side where the line does not stand. */
export interface Line {
  readonly kind: 'same' | 'removed' | 'added' | 'note';
  readonly before?: number;
  readonly after?: number;
  readonly pieces: readonly Piece[];
}

/** The lines of a hunk one below the other; what changes within a line that takes another's place is told apart. */
export function linesOf(hunk: HunkRow): Line[] {
  return blocksOf(hunk).flatMap(({ same, removed, added }) => [...same, ...removed, ...added]);
}

/** The lines of a hunk side by side: before and after. */
export function rowsOf(hunk: HunkRow): [before: Line | undefined, after: Line | undefined][] {
  return blocksOf(hunk).flatMap(({ same, removed, added, partners }) => [
    ...same.map((line): [Line, Line] => [line, line]),
    ...sideBySide(removed, added, partners),
  ]);
}

/** The line of a file that goes, by its number, and the one that takes its place; nothing where the hunks do not hold it. */
export function exchangeAt(hunks: readonly HunkRow[], line: number): Line[] {
  const hunk = hunks.findLast(([before]) => before <= line);
  const row = hunk && rowsOf(hunk).find(([before]) => before?.before === line);
  return row ? row.filter((one) => one !== undefined) : [];
}

/** Lines that stay, then lines that go and those that come in their place. */
interface Block {
  readonly same: readonly Line[];
  readonly removed: readonly Line[];
  readonly added: readonly Line[];
  /** For each line that goes, the number of the one that takes its place. */
  readonly partners: readonly (number | undefined)[];
}

function blocksOf([firstBefore, firstAfter, text]: HunkRow): Block[] {
  const blocks: Block[] = [];
  let [before, after] = [firstBefore, firstAfter];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; ) {
    const take = (signs: string): string[] => {
      const from = at;
      while (at < lines.length && signs.includes(lines[at]![0] ?? ' ')) at++;
      return lines.slice(from, at);
    };
    const same = take(' \\').map((line): Line => {
      const pieces = [{ text: line.slice(1), changed: false }];
      return line.startsWith('\\') ? { kind: 'note', pieces } : { kind: 'same', before: before++, after: after++, pieces };
    });
    const removed = take('-').map((line) => line.slice(1));
    const ending = take('\\');
    const added = take('+').map((line) => line.slice(1));
    const partners = partnersOf(removed, added);
    const [left, right] = piecesOf(removed, added, partners);
    const notes = ending.map((line): Line => ({ kind: 'note', pieces: [{ text: line.slice(1), changed: false }] }));
    blocks.push({
      same,
      removed: [...left.map((pieces): Line => ({ kind: 'removed', before: before++, pieces })), ...notes],
      added: right.map((pieces): Line => ({ kind: 'added', after: after++, pieces })),
      partners,
    });
  }
  return blocks;
}

/** For each line that goes, the first of the lines that come, in order, that is much like it. */
function partnersOf(removed: readonly string[], added: readonly string[]): (number | undefined)[] {
  if (removed.length === added.length) return removed.map((_, index) => index);
  let next = 0;
  return removed.map((line) => {
    for (let at = next; at < added.length; at++) {
      if (likeness(line, added[at]!) < 0.5) continue;
      next = at + 1;
      return at;
    }
    return undefined;
  });
}

/** The part of the shorter line that both begin and end with, from 0 to 1. */
function likeness(one: string, other: string): number {
  const shortest = Math.min(one.length, other.length);
  if (shortest === 0) return 0;
  let head = 0;
  while (head < shortest && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < shortest - head && one.at(-1 - tail) === other.at(-1 - tail)) tail++;
  return (head + tail) / shortest;
}

function piecesOf(
  removed: readonly string[],
  added: readonly string[],
  partners: readonly (number | undefined)[],
): [Piece[][], Piece[][]] {
  const left = removed.map((text) => [{ text, changed: false }]);
  const right = added.map((text) => [{ text, changed: false }]);
  for (const [index, partner] of partners.entries()) {
    if (partner === undefined) continue;
    const parts = diffWordsWithSpace(removed[index]!, added[partner]!);
    left[index] = oneSide(parts, 'added');
    right[partner] = oneSide(parts, 'removed');
  }
  return [left, right];
}

/** The pieces of one side; a sign or two between changes, as of a URL, count as changed: they are the same by chance. */
function oneSide(parts: readonly ChangeObject<string>[], other: 'added' | 'removed'): Piece[] {
  const isChanged = (part: ChangeObject<string> | undefined): boolean => part !== undefined && (part.added || part.removed);
  const pieces: Piece[] = [];
  for (const [index, part] of parts.entries()) {
    if (part[other]) continue;
    const isBetween = isChanged(parts[index - 1]) && isChanged(parts[index + 1]) && /^[^\s\w]{1,2}$/.test(part.value);
    const changed = isChanged(part) || isBetween;
    const last = pieces.at(-1);
    if (last?.changed === changed) pieces[pieces.length - 1] = { changed, text: last.text + part.value };
    else pieces.push({ changed, text: part.value });
  }
  return pieces;
}

function sideBySide(
  removed: readonly Line[],
  added: readonly Line[],
  partners: readonly (number | undefined)[],
): [Line | undefined, Line | undefined][] {
  const rows: [Line | undefined, Line | undefined][] = [];
  let next = 0;
  for (const [index, line] of removed.entries()) {
    const partner = partners[index];
    if (partner !== undefined) for (; next < partner; next++) rows.push([undefined, added[next]]);
    rows.push([line, partner === undefined ? undefined : added[next++]]);
  }
  for (; next < added.length; next++) rows.push([undefined, added[next]]);
  return rows;
}
