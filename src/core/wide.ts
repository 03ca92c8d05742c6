import type { Policy } from '../types/policy.ts';
import { compileAnchors } from './anchors.ts';

/** UTF-16 or UTF-32 of a file that does not say so by a byte order mark. */
export type Wide = 'utf16le' | 'utf16be' | 'utf32le' | 'utf32be';

/** A label of a governed domain as the bytes of a wide encoding, without the zeros at their ends, so that both orders of ASCII are one. */
export interface WideLabel {
  readonly bytes: Buffer;
  /** The encodings in which the label is these bytes, each with the count of zeros that were left out before them. */
  readonly forms: readonly { readonly wide: Wide; readonly lead: number }[];
}

const UNITS: Readonly<Record<Wide, 2 | 4>> = { utf16le: 2, utf16be: 2, utf32le: 4, utf32be: 4 };
export const WIDES = Object.keys(UNITS) as readonly Wide[];

/** Of each domain of a policy the longest label that a dot follows, in all wide encodings. */
export function wideLabels(policy: Policy): WideLabel[] {
  const labels = compileAnchors(policy).written.map((domain) => {
    const parts = domain.split('.');
    return (parts.length > 1 ? parts.slice(0, -1) : parts).sort((a, b) => b.length - a.length)[0]!;
  });
  const found = new Map<string, { bytes: Buffer; forms: { wide: Wide; lead: number }[] }>();
  for (const label of new Set(labels.flatMap((one) => [one.toLowerCase(), one.toUpperCase()])))
    for (const wide of WIDES) {
      const all = encodeWide(label, wide);
      const lead = all.findIndex((byte) => byte !== 0);
      const bytes = all.subarray(lead, all.findLastIndex((byte) => byte !== 0) + 1);
      const key = bytes.toString('latin1');
      const known = found.get(key) ?? { bytes: Buffer.from(bytes), forms: [] };
      known.forms.push({ wide, lead });
      found.set(key, known);
    }
  return [...found.values()];
}

/** The bytes that one character of the encoding takes, or one half of a pair. */
export function unitOf(wide: Wide): 2 | 4 {
  return UNITS[wide];
}

/** The text of bytes, without a byte order mark; `undefined` where they are no text: a part of a character, a control character. */
export function decodeWide(bytes: Buffer, wide: Wide): string | undefined {
  if (bytes.length % UNITS[wide] !== 0) return undefined;
  const text = UNITS[wide] === 2 ? fromUtf16(bytes, wide) : fromUtf32(bytes, wide);
  return text === undefined || /[\0-\x08\x0e-\x1a\x1c-\x1f\p{Cs}\ufffe\uffff]/u.test(text)
    ? undefined
    : text.replace(/^\ufeff/, '');
}

/** The text of some bytes in the midst of others; what is no character is left out. */
export function glimpse(bytes: Buffer, wide: Wide): string {
  const whole = bytes.subarray(0, bytes.length - (bytes.length % UNITS[wide]));
  return UNITS[wide] === 2 ? fromUtf16(whole, wide) : (fromUtf32(whole, wide, ' ') ?? '');
}

function fromUtf16(bytes: Buffer, wide: Wide): string {
  return (wide === 'utf16be' ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
}

const LAST = 0x10ffff;
/** Arguments of one call. */
const CHUNK = 4096;

function fromUtf32(bytes: Buffer, wide: Wide, instead?: string): string | undefined {
  let text = '';
  for (let from = 0; from < bytes.length; from += 4 * CHUNK) {
    const points: number[] = [];
    for (let at = from; at < Math.min(bytes.length, from + 4 * CHUNK); at += 4) {
      const point = wide === 'utf32le' ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
      if (point <= LAST) points.push(point);
      else if (instead === undefined) return undefined;
      else points.push(instead.charCodeAt(0));
    }
    text += String.fromCodePoint(...points);
  }
  return text;
}

function encodeWide(text: string, wide: Wide): Buffer {
  if (wide === 'utf16le') return Buffer.from(text, 'utf16le');
  if (wide === 'utf16be') return Buffer.from(text, 'utf16le').swap16();
  const points = [...text].map((character) => character.codePointAt(0)!);
  const bytes = Buffer.alloc(4 * points.length);
  for (const [index, point] of points.entries())
    if (wide === 'utf32le') bytes.writeUInt32LE(point, 4 * index);
    else bytes.writeUInt32BE(point, 4 * index);
  return bytes;
}
