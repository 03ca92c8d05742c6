import type { Shape } from './parse/string-shape.ts';

const simple: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
  '\r\n': '',
  '\r': '',
};

const escapes = /\\(?:N\{[^{}\\]*\}|x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{1,3}|\r\n|[\s\S])|\{\{|\}\}/g;

/**
 * The text that a piece of a string token stands for. `\N{NAME}` is not looked up: it stays, marked by U+FFFF, so that it never
 * equals the same characters in a raw string. In format strings `{{` and `}}` count as one brace.
 */
export function decode(piece: string, shape: Pick<Shape, 'raw' | 'format'>): string {
  if (shape.raw) return shape.format ? piece.replace(/\{\{|\}\}/g, (found) => found[0]!) : piece;
  return piece.replace(escapes, (found) => {
    if (found === '{{' || found === '}}') return shape.format ? found[0]! : found;
    const body = found.slice(1);
    if (body in simple) return simple[body]!;
    if (/^N\{/.test(body)) return `\uFFFF${body}`;
    if (/^[xuU]./.test(body)) return codePoint(Number.parseInt(body.slice(1), 16), found);
    if (/^[0-7]/.test(body)) return codePoint(Number.parseInt(body, 8), found);
    return found;
  });
}

function codePoint(value: number, otherwise: string): string {
  return value <= 0x10ffff ? String.fromCodePoint(value) : otherwise;
}

/** The piece of a plain string token as it must stand in a format string: braces doubled, those of `\N{…}` apart. */
export function doubleBraces(piece: string, raw: boolean): string {
  return piece.replace(raw ? /[{}]/g : /\\(?:N\{[^{}\\]*\}|[\s\S])|[{}]/g, (found) =>
    found.length === 1 ? found + found : found,
  );
}

/** Whether a brace stands behind an odd run of backslashes: parsers do not agree on what it then means in a format string. */
export function hasEscapedBrace(body: string): boolean {
  return /(?<!\\)(?:\\\\)*\\(?:[{}])/.test(body);
}
