import type { Style } from '../../types/module.ts';

/** Where a piece of text comes to stand: the steps of indentation of its line, and the columns taken on that line before and behind it. */
interface Place {
  readonly level: number;
  readonly before: number;
  readonly behind: number;
}

/** A piece of code that may take one line or several. */
export interface Piece {
  /** As one line; `undefined` where it has to take several. */
  readonly flat: string | undefined;
  /** As several lines; all but the first are indented. */
  spread(place: Place, style: Style): string;
}

/** A piece that stays on its line, however long. */
export function fixed(text: string): Piece {
  return { flat: text, spread: () => text };
}

/** A piece between two texts of its line. */
export function around(prefix: string, piece: Piece, suffix: string): Piece {
  return {
    flat: piece.flat === undefined ? undefined : `${prefix}${piece.flat}${suffix}`,
    spread: ({ level, before, behind }, style) => {
      const place = { level, before: before + columnsOf(prefix), behind: behind + columnsOf(suffix) };
      return `${prefix}${fitted(piece, place, style)}${suffix}`;
    },
  };
}

/** A line of code, or the lines that it takes, with its indentation and a line break at the end. */
export function line(piece: Piece | string, style: Style, level = 0): string {
  const indentation = style.indent.repeat(level);
  if (typeof piece === 'string') return `${indentation}${piece}\n`;
  return `${indentation}${fitted(piece, { level, before: level * style.indentWidth, behind: 0 }, style)}\n`;
}

/** A piece on one line where it fits, else on several. */
export function fitted(piece: Piece, place: Place, style: Style): string {
  return fits(piece, place, style) ? piece.flat! : piece.spread(place, style);
}

export function fits({ flat }: Piece, { before, behind }: Place, style: Style): boolean {
  return flat !== undefined && before + columnsOf(flat) + behind <= style.width;
}

/** Pieces on a line each, one step further in, each with `mark` behind it; the last one with `last`. */
export function stacked(pieces: readonly Piece[], { level }: Place, style: Style, mark: string, last: string): string {
  const inner = { level: level + 1, before: (level + 1) * style.indentWidth, behind: columnsOf(mark) };
  return pieces
    .map((piece, index) => {
      const end = index === pieces.length - 1 ? last : mark;
      return `\n${style.indent.repeat(level + 1)}${fitted(piece, { ...inner, behind: columnsOf(end) }, style)}${end}`;
    })
    .join('');
}

function columnsOf(text: string): number {
  return [...text].length;
}
