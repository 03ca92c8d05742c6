import type { Line } from './lines.ts';

/** The text with only the chosen logical lines in it, at their places: blanks elsewhere, and a `0` for a block whose lines are left out. */
export function excerptOf(text: string, lines: readonly Line[], chosen: (index: number) => boolean): string {
  let out = '';
  let at = 0;
  let opener = -1;
  lines.forEach((line, index) => {
    if (!chosen(index)) return;
    const from = text.lastIndexOf('\n', line.start - 1) + 1;
    out += gap(from - at, opener >= line.indent, from > 0 ? '\n' : '') + text.slice(from, line.end);
    at = line.end;
    opener = text[line.end - 1] === ':' ? line.indent : -1;
  });
  return out + gap(text.length - at, opener >= 0, '');
}

function gap(length: number, isBlock: boolean, ending: string): string {
  const stub = isBlock ? '0' : '';
  return stub + ' '.repeat(Math.max(0, length - stub.length - ending.length)) + ending;
}
