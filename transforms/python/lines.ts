/** A comment or string token; for a string, what its prefix and quotes say. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: 'comment' | 'string';
  /** Of a triple-quoted string with a line break in it. */
  readonly long?: boolean;
  /** The replacement fields of a format string, braces included. */
  readonly fields?: readonly { readonly start: number; readonly end: number }[];
}

/** A logical line: all physical lines up to the line break that ends a statement, in brackets or after a backslash none does. */
export interface Line {
  /** Offset of the first character that is no blank. */
  readonly start: number;
  /** Offset behind the last token before the comment and the line break. */
  readonly end: number;
  /** Columns before `start`. */
  readonly indent: number;
}

/** The tokens that hold text, and the logical lines, both in order. */
export interface Lines {
  readonly tokens: readonly Token[];
  readonly lines: readonly Line[];
}

const PREFIX = /^(?:[rbuf]|br|rb|fr|rf)$/i;
const TAB = 9;
const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE = 34;
const HASH = 35;
const SINGLE = 39;
const BACKSLASH = 92;

/** Splits Python up to the offset `until`, in one pass and without a parser. `undefined` where that is not certain: open strings and brackets, odd characters, format strings of an unusual kind. */
export function linesOf(text: string, until: number = text.length): Lines | undefined {
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return undefined;
  const tokens: Token[] = [];
  const lines: Line[] = [];
  const closers: number[] = [];
  let start = -1;
  let indent = 0;
  let end = 0;
  let at = 0;
  let fresh = true;
  const { length } = text;
  while (at < length) {
    const c = text.charCodeAt(at);
    if (c === SPACE || c === TAB) {
      if (fresh) indent = c === TAB ? indent + 8 - (indent % 8) : indent + 1;
      at++;
      continue;
    }
    if (c === LF || (c === CR && text.charCodeAt(at + 1) === LF)) {
      at += c === LF ? 1 : 2;
      if (closers.length > 0) continue;
      if (start >= 0) lines.push({ start, end, indent });
      if (at > until) return { tokens, lines };
      start = -1;
      indent = 0;
      fresh = true;
      continue;
    }
    if (c === HASH) {
      const from = at;
      at = text.indexOf('\n', at);
      if (at < 0) at = length;
      else if (text.charCodeAt(at - 1) === CR) at--;
      tokens.push({ start: from, end: at, kind: 'comment' });
      continue;
    }
    if (fresh) {
      if (c === BACKSLASH) return undefined;
      start = at;
      fresh = false;
    }
    if (isWord(c)) {
      const from = at;
      do at++;
      while (isWord(text.charCodeAt(at)));
      const next = text.charCodeAt(at);
      if (next === DOUBLE || next === SINGLE) {
        const word = text.slice(from, at);
        if (/^\d|^t$|^tr$|^rt$/i.test(word)) return undefined;
        const prefix = PREFIX.test(word) ? word : '';
        const token = stringAt(text, at - prefix.length, prefix);
        if (!token) return undefined;
        tokens.push(token);
        at = token.end;
      }
      end = at;
      continue;
    }
    if (c === DOUBLE || c === SINGLE) {
      const token = stringAt(text, at, '');
      if (!token) return undefined;
      tokens.push(token);
      at = token.end;
      end = at;
      continue;
    }
    if (c === BACKSLASH) {
      const width = text.charCodeAt(at + 1) === LF ? 2 : text.startsWith('\r\n', at + 1) ? 3 : 0;
      if (width === 0) return undefined;
      at += width;
      continue;
    }
    if (c === 40) closers.push(41);
    else if (c === 91) closers.push(93);
    else if (c === 123) closers.push(125);
    else if (c === 41 || c === 93 || c === 125) {
      if (closers.pop() !== c) return undefined;
    } else if (c < SPACE || c === 36 || c === 63 || c === 96) return undefined;
    at++;
    end = at;
  }
  if (closers.length > 0) return undefined;
  if (start >= 0) lines.push({ start, end, indent });
  return { tokens, lines };
}

function isWord(c: number): boolean {
  return (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95 || c > 127;
}

/** The string token whose prefix begins at `start`, or `undefined` for one that is open or hard to tell. */
function stringAt(text: string, start: number, prefix: string): Token | undefined {
  const open = start + prefix.length;
  const quote = text[open]!;
  const long = text.startsWith(quote + quote + quote, open);
  if (/f/i.test(prefix)) return formatAt(text, start, open, long ? quote.repeat(3) : quote);
  const end = long ? endOfLong(text, open + 3, quote.repeat(3)) : endOfShort(text, open + 1, quote);
  if (end < 0) return undefined;
  const broken = long && text.slice(open, end).includes('\n');
  return broken ? { start, end, kind: 'string', long: true } : { start, end, kind: 'string' };
}

function endOfShort(text: string, from: number, quote: string): number {
  const q = quote.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === q) return at + 1;
    if (c === BACKSLASH) at += text.startsWith('\r\n', at + 1) ? 2 : 1;
    else if (c === LF || c === CR) return -1;
  }
  return -1;
}

function endOfLong(text: string, from: number, quote: string): number {
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at + 1)) {
    let before = at;
    while (before > from && text.charCodeAt(before - 1) === BACKSLASH) before--;
    if ((at - before) % 2 === 0) return at + 3;
  }
  return -1;
}

/** A format string; `undefined` where a field holds the string's own quote, a backslash or a comment, or its format a quote. */
function formatAt(text: string, start: number, open: number, quote: string): Token | undefined {
  const fields: { start: number; end: number }[] = [];
  const own = quote[0]!;
  let at = open + quote.length;
  while (at < text.length) {
    const c = text[at]!;
    if (c === own && text.startsWith(quote, at)) {
      const long = quote.length === 3 && text.slice(open, at).includes('\n');
      return {
        start,
        end: at + quote.length,
        kind: 'string',
        ...(long ? { long } : {}),
        ...(fields.length > 0 ? { fields } : {}),
      };
    }
    if (c === '\\') {
      if (text[at + 1] === '{' || text[at + 1] === '}' || text[at + 1] === 'N') return undefined;
      at += 2;
    } else if (c === '{' && text[at + 1] === '{') at += 2;
    else if (c === '{') {
      const end = endOfField(text, at, own);
      if (end < 0) return undefined;
      fields.push({ start: at, end });
      at = end;
    } else if ((c === '\n' || c === '\r') && quote.length === 1) return undefined;
    else at++;
  }
  return undefined;
}

function endOfField(text: string, open: number, own: string): number {
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const c = text[at]!;
    if (c === '{' || c === '(' || c === '[') depth++;
    else if (c === ')' || c === ']') depth--;
    else if (c === '}') {
      if (--depth === 0) return at + 1;
    } else if (c === ':' && depth === 1) return endOfFormat(text, at + 1, own);
    else if (c === own || c === '\\' || c === '#' || c === '\n' || c === '\r') return -1;
    else if (c === '"' || c === "'") {
      const end = endOfShort(text, at + 1, c);
      if (end < 0 || text.slice(at, end).includes(own) || text.slice(at, end).includes('\\')) return -1;
      at = end - 1;
    }
  }
  return -1;
}

/** The format of a field, which may hold names in braces. */
function endOfFormat(text: string, from: number, own: string): number {
  const found = /^[^{}'"\\\r\n]*(?:\{[\w.]*\}[^{}'"\\\r\n]*)*\}/.exec(text.slice(from, from + 100));
  return found && !found[0].includes(own) ? from + found[0].length : -1;
}
