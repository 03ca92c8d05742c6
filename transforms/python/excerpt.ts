import type { Line } from './lines.ts';

/** The chosen logical lines of a text, at their places: blanks elsewhere, and a `0` for a block whose lines are left out. */
export function excerptOf(text: string, lines: readonly Line[], chosen: (index: number) => boolean): string {
  let out = '';
  let opener = -1;
  const leaveOut = (to: number, indent: number): void => {
    if (opener >= indent) out += '0';
    out += ' '.repeat(to - out.length);
  };
  lines.forEach((line, index) => {
    if (!chosen(index)) return;
    const from = Math.max(text.lastIndexOf('\n', line.start - 1), 0);
    leaveOut(from, line.indent);
    out += text.slice(from, line.end);
    opener = text[line.end - 1] === ':' ? line.indent : -1;
  });
  leaveOut(text.length, 0);
  return out;
}
