import { isUtf8, constants as limits } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { decodeWide, unitOf, type Wide } from '../core/wide.ts';
import type { Reason } from '../types/reason.ts';
import type { Encoding, SourceFile } from '../types/source.ts';
import { reasonOf } from './reason.ts';

const MARKS: Readonly<Partial<Record<Encoding, Buffer>>> = {
  'utf8-bom': Buffer.from([0xef, 0xbb, 0xbf]),
  utf16le: Buffer.from([0xff, 0xfe]),
  utf16be: Buffer.from([0xfe, 0xff]),
};

/** What a file says, without its byte order mark; with a doubt, `encode` does not give back its bytes. */
type Decoded = Pick<SourceFile, 'text' | 'encoding' | 'doubt'>;

/** The text of a file, or why there is none: a lower-case noun phrase. `wide`: what the file is in where no byte order mark says so. */
export function decode(bytes: Buffer, wide?: Wide | 'binary'): Decoded | { reason: string } {
  if (bytes.length > limits.MAX_STRING_LENGTH) return { reason: 'text of more than 512 MiB' };
  if (wide === 'binary') return { reason: 'binary' };
  if (wide) {
    const written = decodeWide(bytes, wide);
    return written === undefined ? { reason: 'binary' } : { text: written, encoding: 'utf16le', doubt: doubtOf(wide) };
  }
  const encoding = encodingOf(bytes);
  const body = bytes.subarray(MARKS[encoding]?.length ?? 0);
  if (encoding === 'utf16le' || encoding === 'utf16be') {
    if (body.length % 2 === 1) return { reason: 'binary' };
    const text = (encoding === 'utf16be' ? Buffer.from(body).swap16() : body).toString('utf16le');
    return text.includes('\0') ? { reason: 'binary' } : { text, encoding };
  }
  if (body.includes(0)) return { reason: 'binary' };
  return { text: body.toString(encoding === 'latin1' ? 'latin1' : 'utf8'), encoding };
}

function doubtOf(wide: Wide): Reason {
  const encoding = unitOf(wide) === 2 ? 'UTF-16 without a byte order mark' : 'UTF-32';
  return { code: 'unwritable-encoding', detail: { encoding } };
}

/** Whether bytes begin with the mark of UTF-16, and not with that of UTF-32. */
export function isWide(bytes: Buffer): boolean {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes[2] !== 0 || bytes[3] !== 0;
  return bytes[0] === 0xfe && bytes[1] === 0xff;
}

function encodingOf(bytes: Buffer): Encoding {
  const begins = (encoding: Encoding) => bytes.subarray(0, MARKS[encoding]!.length).equals(MARKS[encoding]!);
  if (bytes[0]! >= 0xef) {
    if (begins('utf16le')) return 'utf16le';
    if (begins('utf16be')) return 'utf16be';
    if (begins('utf8-bom') && isUtf8(bytes)) return 'utf8-bom';
  }
  return isUtf8(bytes) ? 'utf8' : 'latin1';
}

/** The bytes of a text, with its byte order mark. Throws RangeError for a character that the encoding does not have. */
export function encode(text: string, encoding: Encoding): Buffer {
  if (encoding === 'utf8') return Buffer.from(text, 'utf8');
  if (encoding === 'utf8-bom') return Buffer.concat([MARKS[encoding]!, Buffer.from(text, 'utf8')]);
  if (encoding === 'latin1') {
    if (/[^\x00-\xff]/.test(text))
      throw new RangeError('the text holds a character that the file’s 8-bit encoding does not have');
    return Buffer.from(text, 'latin1');
  }
  const body = Buffer.from(text, 'utf16le');
  return Buffer.concat([MARKS[encoding]!, encoding === 'utf16be' ? body.swap16() : body]);
}

/** Reads files below one root into one buffer. */
export interface Reader {
  /** The bytes of a regular file (valid until the next call), or why there are none: a lower-case noun phrase. Links are not followed. */
  read(file: string): Buffer | { readonly reason: string };
}

const LARGEST = 2 ** 31 - 1;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** Bytes that stand for those of the work tree, by path. */
export type Contents = ReadonlyMap<string, Uint8Array>;

/** A reader of paths relative to `root`. Costs four system calls a file and no allocation of its own: the bytes come to stand in the `room`. */
export function createReader(root: string, contents?: Contents, room: (length: number) => Buffer = growingRoom()): Reader {
  const prefix = root.endsWith(path.sep) ? root : root + path.sep;
  return {
    read(file) {
      const given = contents?.get(file);
      if (given) {
        const buffer = room(given.length);
        buffer.set(given);
        return buffer.subarray(0, given.length);
      }
      let descriptor: number | undefined;
      try {
        descriptor = openSync(prefix + file, FLAGS);
        const stat = fstatSync(descriptor);
        if (!stat.isFile()) return { reason: stat.isDirectory() ? 'directory' : 'not a regular file' };
        if (stat.size > LARGEST) return { reason: 'larger than 2 GiB' };
        const buffer = room(stat.size);
        let length = 0;
        while (length < stat.size) {
          const count = readSync(descriptor, buffer, length, stat.size - length, null);
          if (count === 0) break;
          length += count;
        }
        return buffer.subarray(0, length);
      } catch (error) {
        return { reason: reasonOf(error) };
      } finally {
        if (descriptor !== undefined) closeSync(descriptor);
      }
    },
  };
}

function growingRoom(): (length: number) => Buffer {
  let buffer = Buffer.allocUnsafeSlow(1 << 20);
  return (length) => {
    if (length > buffer.length) buffer = Buffer.allocUnsafeSlow(Math.min(LARGEST, Math.max(length, buffer.length * 2)));
    return buffer;
  };
}
