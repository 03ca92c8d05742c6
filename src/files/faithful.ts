import type { Edit, Encoding } from '../types/source.ts';

/** What will be written, beside what it is made of; `text` is what `before` says, without its byte order mark. */
interface Rewrite {
  readonly before: Buffer;
  readonly after: Buffer;
  readonly text: string;
  readonly encoding: Encoding;
  readonly edits: readonly Edit[];
}

const MARK_LENGTHS: Readonly<Record<Encoding, number>> = { utf8: 0, 'utf8-bom': 3, utf16le: 2, utf16be: 2, latin1: 0 };

/** Why bytes are not those of the edits: every byte outside of them must be as it was, the byte order mark among them. Knows nothing of how the bytes were made. */
export function unfaithful({ before, after, text, encoding, edits }: Rewrite): string | undefined {
  let [read, written, at] = [MARK_LENGTHS[encoding], MARK_LENGTHS[encoding], 0];
  if (!before.subarray(0, read).equals(after.subarray(0, written))) return 'another byte order mark';
  for (const edit of edits) {
    const kept = lengthOf(text.slice(at, edit.start), encoding);
    if (!sameBytes(before, read, after, written, kept)) return 'bytes outside the edits differ';
    const inserted = lengthOf(edit.text, encoding);
    written += kept;
    if (said(after.subarray(written, written + inserted), encoding) !== edit.text) return 'an edit did not arrive in bytes';
    written += inserted;
    read += kept + lengthOf(text.slice(edit.start, edit.end), encoding);
    at = edit.end;
  }
  const rest = before.length - read;
  return after.length - written === rest && sameBytes(before, read, after, written, rest)
    ? undefined
    : 'bytes outside the edits differ';
}

function lengthOf(text: string, encoding: Encoding): number {
  if (encoding === 'latin1') return text.length;
  return encoding === 'utf16le' || encoding === 'utf16be' ? text.length * 2 : Buffer.byteLength(text, 'utf8');
}

function sameBytes(a: Buffer, atA: number, b: Buffer, atB: number, length: number): boolean {
  return a.subarray(atA, atA + length).equals(b.subarray(atB, atB + length));
}

function said(bytes: Buffer, encoding: Encoding): string {
  if (encoding === 'latin1') return bytes.toString('latin1');
  const label = encoding === 'utf16le' ? 'utf-16le' : encoding === 'utf16be' ? 'utf-16be' : 'utf-8';
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}
