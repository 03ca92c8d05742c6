import type { SourceFile, Span } from '../types/source.ts';
import { partitionPoint } from './partition-point.ts';
import { lineStarts } from './positions.ts';
import { remembered, remembering } from './remembering.ts';

/** A line without its ending, or a part of a long one. There is one object for each, so that what is found in it can be remembered. */
export interface Line extends Span {
  readonly text: string;
}

/** UTF-16 units of a line that is taken as a whole. */
const LONGEST = 8000;
/** Of a longer one, how far parts begin behind each other, and how far each reaches over both ends. */
const PART = 4000;
const MARGIN = 2000;

const startsIn = remembering(({ text }: SourceFile) => lineStarts(text));
const linesIn = remembering((_: SourceFile) => new Map<number, Line>());

/** The line of an offset; of a long one the part around the offset, which reaches at least 2,000 units to both sides, or to the end of the line. */
export function lineOf(file: SourceFile, at: number): Line {
  const { text } = file;
  const starts = startsIn(file);
  const index = partitionPoint(starts.length, (one) => starts[one]! <= at);
  const first = starts[index - 1]!;
  let last = starts[index] ?? text.length;
  if (index < starts.length) last -= text[last - 2] === '\r' && text[last - 1] === '\n' ? 2 : 1;
  const isWhole = last - first <= LONGEST;
  const from = isWhole ? first : first + Math.min(at - first, last - first - 1) - (Math.min(at - first, last - first - 1) % PART);
  return remembered(linesIn(file), from, () => {
    const start = isWhole ? first : Math.max(first, from - MARGIN);
    const end = isWhole ? last : Math.min(last, from + PART + MARGIN);
    return { start, end, text: text.slice(start, end) };
  });
}
