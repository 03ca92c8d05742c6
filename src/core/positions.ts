import { partitionPoint } from './partition-point.ts';

/** Offsets at which lines begin; `\n`, `\r\n` and a lone `\r` end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The 1-based place of an offset among lines that begin at `starts`. */
export function positionAt(starts: readonly number[], offset: number): { line: number; column: number } {
  const line = partitionPoint(starts.length, (index) => starts[index]! <= offset);
  return { line, column: offset - starts[line - 1]! + 1 };
}
