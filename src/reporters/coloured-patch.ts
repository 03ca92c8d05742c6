import type { Colors } from 'picocolors/types.js';
import type { Change } from '../types/report.ts';
import { patchOf } from './patch.ts';
import { clipped, visibleLine } from './visible.ts';

const LONGEST = 2000;

/** One change as people read it: coloured, line ends left out, long lines cut, nothing in it can steer a terminal. */
export function colouredPatch(change: Change, colors: Colors): string {
  return patchOf(change)
    .split('\n')
    .map((line) => painted(clipped(visibleLine(line.replace(/\r$/, '')), LONGEST), colors))
    .join('\n');
}

function painted(line: string, colors: Colors): string {
  if (line.startsWith('diff --git ')) return colors.bold(line);
  if (line.startsWith('--- ') || line.startsWith('+++ ')) return colors.bold(line);
  if (line.startsWith('@@ ')) return colors.cyan(line);
  if (line.startsWith('-')) return colors.red(line);
  if (line.startsWith('+')) return colors.green(line);
  return line.startsWith('\\') ? colors.dim(line) : line;
}
