import { fixed, line, type Piece, stacked } from '../../../src/core/layout/layout.ts';
import type { Style } from '../../../src/types/module.ts';

/** Pieces of TypeScript, laid out as Prettier does. */

/** `{ … }`, on several lines, as Prettier leaves an object that was written so. */
export function object(members: readonly Piece[], style: Style): Piece {
  return enclosed('{', members, '}', style, { commas: 'es5', spread: !style.joins, space: style.bracketSpacing });
}

/** `[…]`; a list of lists takes several lines. */
export function list(items: readonly Piece[], style: Style, ofLists = false): Piece {
  return enclosed('[', items, ']', style, { commas: 'es5', spread: ofLists && items.length > 1, space: false });
}

/** The parameters of a function, or the arguments of a call. */
export function inParentheses(items: readonly Piece[], style: Style): Piece {
  return enclosed('(', items, ')', style, { commas: 'all', spread: false, space: false });
}

/** `{ … }` of a type; its members end with semicolons. */
export function typeLiteral(members: readonly Piece[], style: Style): Piece {
  const made = object(members, style);
  const end = style.semicolons ? ';' : '';
  return {
    flat: made.flat === undefined ? undefined : joined('{', members, '}', '; ', style.bracketSpacing),
    spread: (place) => `{${stacked(members, place, style, end, end)}\n${style.indent.repeat(place.level)}}`,
  };
}

interface Manner {
  /** The setting from which on the last item has a comma behind it. */
  readonly commas: 'all' | 'es5';
  readonly spread: boolean;
  readonly space: boolean;
}

function enclosed(open: string, items: readonly Piece[], close: string, style: Style, manner: Manner): Piece {
  if (items.length === 0) return fixed(open + close);
  const last = style.trailingCommas === 'all' || style.trailingCommas === manner.commas ? ',' : '';
  return {
    flat: manner.spread ? undefined : joined(open, items, close, ', ', manner.space),
    spread: (place) => `${open}${stacked(items, place, style, ',', last)}\n${style.indent.repeat(place.level)}${close}`,
  };
}

function joined(open: string, items: readonly Piece[], close: string, mark: string, space: boolean): string | undefined {
  const flats = items.map(({ flat }) => flat);
  const pad = space ? ' ' : '';
  return flats.includes(undefined) ? undefined : `${open}${pad}${flats.join(mark)}${pad}${close}`;
}

/** `key: 'text'`; a text that does not fit stands below its key, unless that gains next to nothing. */
export function property(key: string, value: string, style: Style): Piece {
  const flat = `${key}: ${value}`;
  const isShort = key.length < style.indentWidth + 3;
  return { flat, spread: ({ level }) => (isShort ? flat : `${key}:\n${style.indent.repeat(level + 1)}${value}`) };
}

/** `left = right`; what does not fit stands below the name. */
export function assignment(left: string, right: string, style: Style): Piece {
  const end = style.semicolons ? ';' : '';
  const flat = `${left} = ${right}${end}`;
  return { flat, spread: ({ level }) => `${left} =\n${style.indent.repeat(level + 1)}${right}${end}` };
}

/** `() => value`; a value that does not fit stands below. */
export function arrow(value: string): Piece {
  return {
    flat: `() => ${value}`,
    spread: ({ level }, style) => `() =>\n${style.indent.repeat(level + 1)}${value}`,
  };
}

/** The keys of an object; each is quoted where it has to be, or where the style quotes all once one has to be. */
export function keysOf(names: readonly string[], style: Style): string[] {
  const isPlain = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);
  const all = style.quotesKeysTogether && !names.every(isPlain);
  return names.map((name) => (all || !isPlain(name) ? quoted(name, style) : name));
}

/** A string literal. */
export function quoted(value: string, { quote }: Style): string {
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(quote, `\\${quote}`);
  return `${quote}${inner.replace(/[\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16)}`)}${quote}`;
}

/** Lines of code written with two spaces a step, single quotes and semicolons, in the style that is asked for; none of them is broken. */
export function code(lines: readonly string[], style: Style, level = 0): string {
  return lines
    .map((written) => {
      const text = written.trimStart();
      const ended = style.semicolons ? text : text.replace(/;$/, '');
      const steps = (written.length - text.length) / 2;
      return text === '' ? '\n' : line(ended.replaceAll("'", style.quote), style, level + steps);
    })
    .join('');
}
