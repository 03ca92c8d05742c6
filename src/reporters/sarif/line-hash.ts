import type { SourceFile } from '../../types/source.ts';

const BLOCK = 100;
const FACTOR = 37;
const WORD = 2 ** 32;
const END = 65535;
const [SPACE, TAB, LINE_FEED, CARRIAGE_RETURN] = [0x20, 0x09, 0x0a, 0x0d];

/**
 * The fingerprint of each line of a file, by 1-based number, as the action that uploads SARIF to GitHub computes it (it complains of any
 * other): a rolling hash over a hundred characters from the start of the line without spaces and tabs, and the ordinal of the hash.
 */
export function lineHashes(file: SourceFile): string[] {
  const text = asUploaded(file);
  const hash = new RollingHash();
  const hashes: string[] = [''];
  const seen = new Map<string, number>();
  const emit = (line: number): void => {
    const value = hash.toString();
    const ordinal = (seen.get(value) ?? 0) + 1;
    seen.set(value, ordinal);
    hashes[line] = `${value}:${ordinal}`;
  };
  const begins = new Int32Array(BLOCK);
  let slot = 0;
  let line = 0;
  let starting = true;
  const push = (code: number): void => {
    if (begins[slot] !== 0) emit(begins[slot]!);
    begins[slot] = 0;
    if (starting) begins[slot] = ++line;
    starting = code === LINE_FEED;
    hash.push(code, slot);
    slot = (slot + 1) % BLOCK;
  };
  let afterReturn = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const skipped = code === SPACE || code === TAB || (afterReturn && code === LINE_FEED);
    afterReturn = code === CARRIAGE_RETURN;
    if (!skipped) push(code === CARRIAGE_RETURN ? LINE_FEED : code);
  }
  push(END);
  starting = false;
  for (let rest = 0; rest < BLOCK; rest++) push(0);
  return hashes;
}

/** The text as a reader sees it that takes every file for UTF-8 and keeps a byte order mark. */
function asUploaded({ text, encoding }: SourceFile): string {
  if (encoding === 'utf8-bom') return `\ufeff${text}`;
  return encoding === 'latin1' ? Buffer.from(text, 'latin1').toString('utf8') : text;
}

/** A polynomial over the last hundred values, modulo 2⁶⁴, in two halves that stay exact as numbers. */
class RollingHash {
  private high = 0;
  private low = 0;
  private readonly window = new Uint16Array(BLOCK);
  private static readonly leaving = power(FACTOR, BLOCK);

  /** Takes a value in, and out the one that stands in the slot. */
  push(value: number, slot: number): void {
    const gone = this.window[slot]!;
    this.window[slot] = value;
    const { high, low } = RollingHash.leaving;
    const sum = this.low * FACTOR + value - low * gone;
    const carry = Math.floor(sum / WORD);
    this.low = sum - carry * WORD;
    const upper = this.high * FACTOR + carry - high * gone;
    this.high = upper - Math.floor(upper / WORD) * WORD;
  }

  /** Hexadecimal, without leading zeros. */
  toString(): string {
    const low = this.low.toString(16);
    return this.high === 0 ? low : this.high.toString(16) + low.padStart(8, '0');
  }
}

function power(base: number, exponent: number): { high: number; low: number } {
  const value = BigInt(base) ** BigInt(exponent) % 2n ** 64n;
  return { high: Number(value >> 32n), low: Number(value & 0xffffffffn) };
}
