import type { Finding } from '../../types/report.ts';
import type { Places } from '../places.ts';
import { visibleLine } from '../visible.ts';
import type { Look } from './section.ts';

/** Columns of source where the terminal does not say how wide it is. */
const WIDE = 100;
/** Columns of source before the host in a line that is cut. */
const LEAD = 30;

/** The line of a finding as people read it, cut around the finding where it is long, and a line that marks the finding. */
export function markedLine({ source: { text }, spanOf }: Places, finding: Finding, { colors, width }: Look): string[] {
  const { start, end } = spanOf(finding);
  const first = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  const behind = text.slice(end, end + 2 * WIDE);
  const last = end + (/[\r\n]/.exec(behind)?.index ?? behind.length);
  const gutter = `${finding.line} | `;
  const room = Math.max(40, Math.min(width, WIDE) - gutter.length - 4);
  const indent = /^[ \t]*/.exec(text.slice(first, start))![0].length;
  const isLong = last - first - indent > room;
  const from = isLong ? Math.max(first + indent, start - LEAD) : first + indent;
  const to = Math.min(last, from + room);
  const lead = (from > first + indent ? '…' : '') + shown(text.slice(from, start));
  const marked = shown(text.slice(start, Math.min(end, to)));
  const tail = shown(text.slice(Math.min(end, to), to)) + (to < last ? '…' : '');
  const blank = ' '.repeat(gutter.length + [...lead].length);
  return [
    `  ${colors.dim(gutter)}${lead}${colors.bold(marked)}${tail}`,
    `  ${blank}${colors.red('^'.repeat(Math.max(1, [...marked].length)))}`,
  ];
}

/** A tab is one blank, so that the mark stands below the host. */
function shown(text: string): string {
  return visibleLine(text).replaceAll('\t', ' ');
}
