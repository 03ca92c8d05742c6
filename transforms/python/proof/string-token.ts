/** A string token taken apart. */
export interface StringToken {
  readonly isRaw: boolean;
  readonly isBytes: boolean;
  readonly isFormat: boolean;
  readonly quote: string;
  readonly body: string;
  /** Of the body in the token. */
  readonly from: number;
}

export function stringToken(written: string): StringToken {
  const prefix = /^[a-z]*/i.exec(written)![0].toLowerCase();
  const [quote] = /^(?:'''|"""|['"])/.exec(written.slice(prefix.length)) ?? [''];
  const from = prefix.length + quote.length;
  return {
    isRaw: prefix.includes('r'),
    isBytes: prefix.includes('b'),
    isFormat: prefix.includes('f'),
    quote,
    body: written.slice(from, written.length - quote.length),
    from,
  };
}

const LETTERS = new Map(
  Object.entries({ a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' }),
);
const NUMBER = /(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|([0-7]{1,3}))/iy;

/**
 * What the program sees of a piece of a string. The name of a character is not looked up: it stays behind U+FFFF, and so equals nothing that
 * is written in another way.
 */
export function meaningOf(piece: string, { isRaw, isFormat }: Pick<StringToken, 'isRaw' | 'isFormat'>): string {
  if (!/[\\{}]/.test(piece)) return piece;
  let meaning = '';
  for (let at = 0; at < piece.length; ) {
    const mark = piece[at]!;
    const isDoubled = isFormat && (mark === '{' || mark === '}') && piece[at + 1] === mark;
    const found = mark === '\\' && !isRaw ? escapeAt(piece, at + 1) : undefined;
    meaning += found?.meaning ?? mark;
    at += found ? 1 + found.length : isDoubled ? 2 : 1;
  }
  return meaning;
}

/** What stands behind a backslash, with the characters that it takes. */
function escapeAt(piece: string, at: number): { readonly meaning: string; readonly length: number } {
  const next = piece[at] ?? '';
  const named = next === 'N' ? /^N\{[^{}\\]*\}/.exec(piece.slice(at, at + 200))?.[0] : undefined;
  if (named !== undefined) return { meaning: `\uffff${named}`, length: named.length };
  if (next === '\r' || next === '\n') return { meaning: '', length: piece.startsWith('\r\n', at) ? 2 : 1 };
  const letter = LETTERS.get(next);
  if (letter !== undefined) return { meaning: letter, length: 1 };
  const code = codeAt(piece, at);
  if (code) return code;
  return { meaning: `\\${next}`, length: next.length };
}

/** A character by its number; a number that no character has stays as it is written. */
function codeAt(piece: string, at: number): { readonly meaning: string; readonly length: number } | undefined {
  NUMBER.lastIndex = at;
  const found = /[xuU0-7]/.test(piece[at] ?? '') ? NUMBER.exec(piece) : null;
  if (!found) return undefined;
  const [whole, , , , octal] = found;
  const value = octal === undefined ? Number.parseInt(whole.slice(1), 16) : Number.parseInt(octal, 8);
  return { meaning: value > 0x10ffff ? `\\${whole}` : String.fromCodePoint(value), length: whole.length };
}
