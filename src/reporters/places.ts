import { lineStarts, positionAt } from '../core/positions.ts';
import type { Finding } from '../types/report.ts';
import type { Edit, SourceFile, Span } from '../types/source.ts';

/** Where things stand in one file. Lines and columns are 1-based, columns in UTF-16 code units. */
export interface Places {
  readonly source: SourceFile;
  positionOf(offset: number): { readonly line: number; readonly column: number };
  spanOf(finding: Finding): Span;
  /** The column as a count of bytes in the file, 1-based. */
  byteColumnOf(offset: number): number;
}

/** The places of a file that its findings speak of; `undefined` when its text is no longer the one that they were found in. */
export function placesOf(source: SourceFile | undefined, findings: readonly Finding[]): Places | undefined {
  if (source === undefined) return undefined;
  const { text, encoding } = source;
  const starts = lineStarts(text);
  const offsetOf = (line: number, column: number): number => (starts[line - 1] ?? text.length) + column - 1;
  const places: Places = {
    source,
    positionOf: (offset) => positionAt(starts, offset),
    spanOf: ({ line, column, endLine, endColumn }) => ({ start: offsetOf(line, column), end: offsetOf(endLine, endColumn) }),
    byteColumnOf(offset) {
      const start = starts[positionAt(starts, offset).line - 1]!;
      const mark = encoding === 'utf8-bom' && start === 0 ? 3 : 0;
      return 1 + mark + (encoding === 'latin1' ? offset - start : Buffer.byteLength(text.slice(start, offset)));
    },
  };
  const moved = findings.some((finding) => {
    const { start, end } = places.spanOf(finding);
    return start !== end && text.slice(start, end) !== finding.text;
  });
  return moved ? undefined : places;
}

/** A place within a file, as opposed to a finding about the file as a whole. */
export function isPlaced({ line, column, endLine, endColumn }: Finding): boolean {
  return line !== endLine || column !== endColumn;
}

export function within(edit: Edit, { start, end }: Span): boolean {
  return edit.start >= start && edit.end <= end;
}
