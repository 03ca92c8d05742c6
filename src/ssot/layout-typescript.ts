import { fitted, fixed, line, type Piece, stacked } from './layout.ts';
import type { Style } from './style/style.ts';

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

interface Manner {
  /** The setting from which on the last item has a comma behind it. */
  readonly commas: 'all' | 'es5';
  readonly spread: boolean;
  readonly space: boolean;
}

function enclosed(open: string, items: readonly Piece[], close: string, style: Style, manner: Manner): Piece {
  if (items.length === 0) return fixed(open + close);
  const flats = items.map(({ flat }) => flat);
  const pad = manner.space ? ' ' : '';
  const isFlat = !manner.spread && !flats.includes(undefined);
  const last = style.trailingCommas === 'all' || style.trailingCommas === manner.commas ? ',' : '';
  return {
    flat: isFlat ? `${open}${pad}${flats.join(', ')}${pad}${close}` : undefined,
    spread: (place) => `${open}${stacked(items, place, style, ',', last)}\n${style.indent.repeat(place.level)}${close}`,
  };
}

/** `left = right`; what does not fit stands below the name. */
export function assignment(left: string, right: string, style: Style): Piece {
  const end = style.semicolons ? ';' : '';
  const flat = `${left} = ${right}${end}`;
  return { flat, spread: ({ level }) => `${left} =\n${style.indent.repeat(level + 1)}${right}${end}` };
}

/** `type left = A | B`; what does not fit stands below the name, one a line. */
export function union(left: string, members: readonly string[], style: Style): Piece {
  const end = style.semicolons ? ';' : '';
  if (members.length === 1) return assignment(left, members[0]!, style);
  return {
    flat: `${left} = ${members.join(' | ')}${end}`,
    spread: (place) => {
      const pieces = members.map((member) => fixed(`| ${member}`));
      return `${left} =${stacked(pieces, place, style, '', end)}`;
    },
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

/** A statement of one piece, with what ends it. */
export function statement(piece: Piece, style: Style): string {
  const end = style.semicolons ? 1 : 0;
  return `${fitted(piece, { level: 0, before: 0, behind: end }, style)}${end ? ';' : ''}\n`;
}
