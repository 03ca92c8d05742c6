import { around, fits, fixed, line, type Piece, stacked } from '../../../src/core/layout/layout.ts';
import type { Style } from '../../../src/types/module.ts';

/** Pieces of Python, laid out as Black and ruff do. */

/** The items of a list, a dictionary or an import: one a line, and the last with a comma too, as these formatters leave what was written so; what they join themselves has no comma behind a single one. */
export function exploded(open: string, items: readonly Piece[], close: string, style: Style): Piece {
  const { flat } = bracketed(open, items, close, style);
  const last = style.joins && items.length === 1 ? '' : ',';
  return { flat: style.joins ? flat : undefined, spread: (place) => onePerLine(open, items, close, place, style, last) };
}

/** The arguments of a call, one a line where the style leaves that so. */
export function spreadCall(items: readonly Piece[], style: Style): Piece {
  const call = bracketed('(', items, ')', style);
  return style.joins ? call : { flat: undefined, spread: (place) => onePerLine('(', items, ')', place, style) };
}

/** The parameters of a function: of several one a line, where the style leaves that so. */
export function inParentheses(items: readonly Piece[], style: Style): Piece {
  if (items.length > 1) return spreadCall(items, style);
  return { ...bracketed('(', items, ')', style), spread: (place) => onePerLine('(', items, ')', place, style) };
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
  last = ',',
): string {
  return `${open}${stacked(items, place, style, ',', last)}\n${style.indent.repeat(place.level)}${close}`;
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

/** A dictionary; its keys are expressions. */
export function dictionary(members: readonly (readonly [key: string, value: Piece])[], style: Style): Piece {
  return exploded(
    '{',
    members.map(([key, value]) => around(`${key}: `, value, '')),
    '}',
    style,
  );
}

/** Lines of code written with four spaces a step and single quotes, in the style that is asked for; none of them is broken. Docstrings and texts with quotes in them stay. */
export function python(lines: readonly string[], style: Style): string {
  return lines
    .map((written) => {
      const text = written.trimStart();
      const steps = (written.length - text.length) / 4;
      const isQuoted = /^"""|^#|"/.test(text);
      return text === '' ? '\n' : line(isQuoted ? text : text.replaceAll("'", style.quote), style, steps);
    })
    .join('');
}
