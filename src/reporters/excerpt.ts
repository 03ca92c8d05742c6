import type { Colors } from 'picocolors/types.js';
import { counted } from '../core/counted.ts';
import { splice } from '../core/edits.ts';
import type { Edit, SourceFile } from '../types/source.ts';
import { hunksOf } from './html/hunks.ts';
import { clipped } from './visible.ts';

/** What is shown of a change. */
export interface Excerpt {
  readonly source: SourceFile;
  readonly edits: readonly Edit[];
  /** 1-based: only the hunks that hold one of them are shown. */
  readonly lines: readonly number[];
  /** Lines at most. */
  readonly room: number;
  readonly width: number;
}

/** The hunks of a change that speak of some of its lines, as people read them; nothing in them can steer a terminal. */
export function excerptOf({ source, edits, lines, room, width }: Excerpt, colors: Colors): string[] {
  const { path, text } = source;
  const { rows } = hunksOf({ path, before: text, after: splice(text, edits) }, edits, Number.POSITIVE_INFINITY);
  const shown = rows.flatMap(([oldStart, , hunk]) => {
    const signed = hunk.split('\n');
    const end = oldStart + signed.filter((line) => !line.startsWith('+')).length;
    if (!lines.some((line) => oldStart <= line && line < end)) return [];
    return [colors.cyan(`line ${oldStart}`), ...signed.map((line) => painted(clipped(line, width), colors))];
  });
  if (shown.length <= room) return shown;
  return [...shown.slice(0, room), colors.dim(`… ${counted(shown.length - room, 'more line')}`)];
}

function painted(line: string, colors: Colors): string {
  return line.startsWith('-') ? colors.red(line) : line.startsWith('+') ? colors.green(line) : colors.dim(line);
}
