import { fits, fixed, type Piece, stacked } from './layout.ts';
import type { Style } from './style/style.ts';

/** Pieces of Python, laid out as Black and ruff do. */

/** The items of a list, a dictionary or an import: one a line, and the last with a comma too, as these formatters leave what was written so. */
export function exploded(open: string, items: readonly Piece[], close: string, style: Style): Piece {
  const { flat } = bracketed(open, items, close, style);
  return { flat: style.joins ? flat : undefined, spread: (place) => onePerLine(open, items, close, place, style) };
}

/** Arguments, parameters or items of a subscript: on one line, else together on a line of their own, else one a line. */
export function bracketed(open: string, items: readonly Piece[], close: string, style: Style): Piece {
  const flats = items.map(({ flat }) => flat);
  const inner = flats.includes(undefined) ? undefined : flats.join(', ');
  return {
    flat: inner === undefined ? undefined : `${open}${inner}${close}`,
    spread: (place) => {
      const level = place.level + 1;
      const body = { level, before: level * style.indentWidth, behind: 0 };
      if (inner === undefined || !fits(fixed(inner), body, style)) return onePerLine(open, items, close, place, style);
      return `${open}\n${style.indent.repeat(level)}${inner}\n${style.indent.repeat(place.level)}${close}`;
    },
  };
}

function onePerLine(
  open: string,
  items: readonly Piece[],
  close: string,
  place: Parameters<Piece['spread']>[0],
  style: Style,
): string {
  return `${open}${stacked(items, place, style, ',', ',')}\n${style.indent.repeat(place.level)}${close}`;
}

/** `left: type = right` with a value that cannot be parted: between parentheses where it does not fit. A name too long even for that keeps its line. */
export function assignment(left: string, right: string, style: Style): Piece {
  const opening = `${left} = (`;
  return {
    flat: `${left} = ${right}`,
    spread: (place) =>
      fits(fixed(opening), { ...place, behind: 0 }, style)
        ? `${opening}\n${style.indent.repeat(place.level + 1)}${right}\n${style.indent.repeat(place.level)})`
        : `${left} = ${right}  # fmt: skip`,
  };
}

/** A string literal in ASCII. */
export function quoted(value: string, { quote }: Style): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return `${quote}${inner.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}${quote}`;
}
