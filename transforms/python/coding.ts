import type { Reason } from '../../src/types/reason.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { ASCII, EUC, SINGLE_BYTE, UTF_8 } from './source-encodings.ts';

/** PEP 263, as CPython's tokenizer finds it: in a comment on the first line, or on the second where the first holds no code. */
const COOKIE = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const NO_CODE = /^[ \t\f]*(?:#|$)/;
const LONGEST_NAME = 40;

/** What CPython takes a file for by its bytes, where that is not what they are read as here, or where it refuses the file for them. */
export function doubtOf({ text, encoding }: Pick<SourceFile, 'text' | 'encoding'>): Reason | undefined {
  if (encoding === 'utf16le' || encoding === 'utf16be') return { code: 'python-utf16' };
  const cookie = cookieOf(text);
  if (!cookie) return encoding === 'latin1' ? { code: 'missing-encoding' } : undefined;
  const { name, shown } = cookie;
  const contradicted: Reason = { code: 'invalid-encoding', detail: { encoding: shown } };
  if (UTF_8.has(name)) return encoding === 'latin1' ? contradicted : undefined;
  const unlike = unlikeAscii(text);
  if (unlike !== undefined) return unlike;
  if (encoding === 'utf8-bom') return { code: 'contradicted-encoding', detail: { encoding: shown } };
  if (ASCII.has(name)) return /[^\x00-\x7f]/.test(text) ? contradicted : undefined;
  return EUC.has(name) && isCut(encoding === 'latin1' ? text : Buffer.from(text).toString('latin1')) ? contradicted : undefined;
}

/** The encoding that a text names, where bytes of ASCII may be other characters in it. */
export function unlikeAscii(text: string): Reason | undefined {
  const { name, shown } = cookieOf(text) ?? { name: 'utf_8', shown: '' };
  if ([UTF_8, ASCII, SINGLE_BYTE, EUC].some((names) => names.has(name))) return undefined;
  return { code: 'unlike-ascii', detail: { encoding: shown } };
}

/** Whether bytes of EUC, as Latin-1, hold a part of a character. */
function isCut(bytes: string): boolean {
  return /[\x80-\xff]/.test(bytes.replace(/(?:\x8f[\x80-\xff]{2}|[\x80-\xff]{2})/g, ''));
}

/** The encoding that the cookie names, by the name under which it is known and as it is written. */
function cookieOf(text: string): { name: string; shown: string } | undefined {
  const [, first = '', second = ''] = /^([^\r\n]*)(?:(?:\r\n|\r|\n)([^\r\n]*))?/.exec(text) ?? [];
  const cookie = (COOKIE.exec(first) ?? (NO_CODE.test(first) ? COOKIE.exec(second) : null))?.[1];
  if (cookie === undefined) return undefined;
  const shown = cookie.length > LONGEST_NAME ? `${cookie.slice(0, LONGEST_NAME)}…` : cookie;
  return { name: normalized(cookie), shown: JSON.stringify(shown) };
}

/** As `encodings.normalize_encoding` and the tokenizer, which knows its two own encodings also with what Emacs adds: `utf-8-unix`. */
function normalized(cookie: string): string {
  const name = cookie.slice(0, 12).toLowerCase().replaceAll('_', '-');
  if (/^utf-8(?:-|$)/.test(name)) return 'utf_8';
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(name)) return 'latin_1';
  return cookie
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_')
    .replace(/^_/, '');
}
