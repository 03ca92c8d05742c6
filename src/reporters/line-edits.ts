import { structuredPatch } from 'diff';
import type { Edit } from '../types/source.ts';
import { type Hunk, hunksOfEdits } from './html/line-changes.ts';

/** A hunk with how many lines it has before and after. */
export interface CountedHunk extends Hunk {
  readonly oldLines: number;
  readonly newLines: number;
}

/** Lines that differ up to which the fewest are looked for: that takes the square of their number. */
const FEW = 2000;
/** Lines among which the next equal one is looked for otherwise. */
const REACH = 50;

/** The hunks that make one text of another, with three lines of context. Of many lines that differ they need not be the fewest. */
export function hunksBetween(before: string, after: string): readonly CountedHunk[] {
  const patch = structuredPatch('', '', before, after, undefined, undefined, { context: 3, maxEditLength: FEW });
  if (patch) return patch.hunks;
  const hunks = hunksOfEdits(before, lineEdits(before.split(LINE), after.split(LINE)));
  return hunks.map((hunk) => ({ ...hunk, oldLines: count(hunk.lines, '-'), newLines: count(hunk.lines, '+') }));
}

const LINE = /(?<=\n)/;

function count(lines: readonly string[], sign: '-' | '+'): number {
  return lines.filter((line) => line.startsWith(sign) || line.startsWith(' ')).length;
}

/** One edit for each line that takes another one's place, goes or comes. */
function lineEdits(before: readonly string[], after: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let [old, next, at] = [0, 0, 0];
  const replace = (removed: number, added: number): void => {
    const end = at + before.slice(old, old + removed).join('').length;
    edits.push({ start: at, end, text: after.slice(next, next + added).join('') });
    [old, next, at] = [old + removed, next + added, end];
  };
  while (old < before.length || next < after.length) {
    if (old < before.length && before[old] === after[next]) {
      at += before[old++]!.length;
      next++;
    } else if (old === before.length || next === after.length) replace(before.length - old, after.length - next);
    else if (before[old + 1] === after[next + 1]) replace(1, 1);
    else {
      const added = after.slice(next + 1, next + REACH).indexOf(before[old]!) + 1;
      const removed = added > 0 ? 0 : before.slice(old + 1, old + REACH).indexOf(after[next]!) + 1;
      if (added + removed > 0) replace(removed, added);
      else replace(1, 1);
    }
  }
  return edits;
}
