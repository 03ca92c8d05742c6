import { grouped } from '../../core/counted.ts';
import type { HunkRow } from '../../page/shape.ts';
import type { Change } from '../../types/report.ts';
import type { Edit } from '../../types/source.ts';
import { hunksBetween } from '../line-edits.ts';
import { clipped, visibleLine } from '../visible.ts';
import { hunksOfEdits } from './line-changes.ts';

/** No line of a diff is shown longer than about this, in UTF-16 code units. */
const LONGEST = 1000;
/** What stays of a long line on each side of what changes in it. */
const AROUND = 120;

export interface Hunks {
  readonly rows: readonly HunkRow[];
  readonly omitted: number;
  readonly added: number;
  readonly removed: number;
}

/** The hunks of a change, as many as `room` characters hold. With the edits that made it nothing has to be compared. */
export function hunksOf({ before, after }: Change, edits: readonly Edit[], room: number): Hunks {
  const hunks = edits.length > 0 ? hunksOfEdits(before, edits) : hunksBetween(before, after);
  const rows: HunkRow[] = [];
  let left = room;
  let [added, removed] = [0, 0];
  for (const { oldStart, newStart, lines } of hunks) {
    added += lines.filter((line) => line.startsWith('+')).length;
    removed += lines.filter((line) => line.startsWith('-')).length;
    if (left <= 0) continue;
    const text = shownLines(lines).join('\n');
    left -= text.length;
    if (left > 0) rows.push([oldStart, newStart, text]);
  }
  return { rows, omitted: hunks.length - rows.length, added, removed };
}

/** The lines of a hunk in a form that fits and cannot steer a reader: line ends left out, what is long and the same cut. */
function shownLines(lines: readonly string[]): string[] {
  const bare = lines.map((line) => line.replace(/\r$/, ''));
  const shown = [...bare];
  for (let at = 0; at < bare.length; ) {
    const removed = run(bare, at, '-');
    const added = run(bare, at + removed, '+');
    for (let pair = 0; pair < Math.min(removed, added); pair++) {
      const [one, other] = [at + pair, at + removed + pair];
      [shown[one], shown[other]] = cutAlike(bare[one]!, bare[other]!);
    }
    at += removed + added || 1;
  }
  return shown.map((line) => clipped(visibleLine(line), 2 * LONGEST));
}

function run(lines: readonly string[], from: number, sign: string): number {
  let to = from;
  while (lines[to]?.startsWith(sign)) to++;
  return to - from;
}

/** Two signed lines, of which one is to take the other's place, without the middle of what they have in common on each side. */
function cutAlike(before: string, after: string): [string, string] {
  if (Math.max(before.length, after.length) <= LONGEST) return [before, after];
  const shortest = Math.min(before.length, after.length);
  let head = 1;
  while (head < shortest && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const cut = (line: string): string => {
    const changed = clipped(line.slice(head, line.length - tail), LONGEST);
    return `${line[0]}${shortened(line.slice(1, head), 'end')}${changed}${shortened(line.slice(line.length - tail), 'start')}`;
  };
  return [cut(before), cut(after)];
}

/** The end or the start of a long text, with how much is missing. */
function shortened(text: string, keep: 'start' | 'end'): string {
  if (text.length <= 2 * AROUND) return text;
  const missing = `⟨… ${grouped(text.length - AROUND)} characters …⟩`;
  return keep === 'end' ? missing + text.slice(-AROUND) : text.slice(0, AROUND) + missing;
}
