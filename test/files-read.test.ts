import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createReader, decode, encode } from '../src/files/read.ts';
import { asOrdinaryUser, hasOrdinaryUser, makePipe, makeTree } from './tree.ts';

describe('decode and encode', () => {
  test.each([
    ['empty', Buffer.alloc(0), { text: '', encoding: 'utf8' }],
    ['UTF-8', Buffer.from('grün\r\n'), { text: 'grün\r\n', encoding: 'utf8' }],
    ['UTF-8 with a mark', Buffer.from('\ufeffa'), { text: 'a', encoding: 'utf8-bom' }],
    ['UTF-16, little end first', Buffer.from([0xff, 0xfe, 0x61, 0, 0xfc, 0]), { text: 'aü', encoding: 'utf16le' }],
    ['UTF-16, big end first', Buffer.from([0xfe, 0xff, 0, 0x61, 0, 0xfc]), { text: 'aü', encoding: 'utf16be' }],
    ['8-bit', Buffer.from([0x61, 0xfc]), { text: 'aü', encoding: 'latin1' }],
    ['a UTF-8 mark before 8-bit text', Buffer.from([0xef, 0xbb, 0xbf, 0xfc]), { text: 'ï»¿ü', encoding: 'latin1' }],
    ['NUL', Buffer.from('a\0b'), { reason: 'binary' }],
    ['half a character of UTF-16', Buffer.from([0xff, 0xfe, 0x61]), { reason: 'binary' }],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x61, 0, 0, 0]), { reason: 'binary' }],
  ])('%s', (_, bytes, expected) => {
    const found = decode(bytes);
    expect(found).toEqual(expected);
    if ('text' in found) expect(encode(found.text, found.encoding)).toEqual(bytes);
  });
  test('every text gives back its bytes', () => {
    const marks = fc.constantFrom([], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]);
    const bodies = fc.oneof(
      fc.uint8Array({ max: 255 }),
      fc.uint8Array({ min: 1, max: 127 }),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text, 'utf16le')),
    );
    fc.assert(
      fc.property(marks, bodies, (mark, body) => {
        const bytes = Buffer.from([...mark, ...body]);
        const found = decode(bytes);
        if ('text' in found) expect(encode(found.text, found.encoding).equals(bytes)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  test('a character that 8-bit text does not have is refused', () => {
    expect(() => encode('€', 'latin1')).toThrow(RangeError);
  });
});

describe('reader', () => {
  test('reads file after file into one buffer that grows', () => {
    const large = Buffer.alloc(3 << 20, 'x');
    const reader = createReader(makeTree({ a: 'one', 'b c/d\n"e': large, empty: '' }));
    expect(String(reader.read('a'))).toBe('one');
    expect((reader.read('b c/d\n"e') as Buffer).equals(large)).toBe(true);
    expect(String(reader.read('empty'))).toBe('');
    expect(String(reader.read('a'))).toBe('one');
  });
  test('gives a reason for what is no regular file', () => {
    const root = makeTree({ a: '' });
    mkdirSync(path.join(root, 'dir'));
    symlinkSync('a', path.join(root, 'link'));
    symlinkSync('circle', path.join(root, 'circle'));
    symlinkSync('nowhere', path.join(root, 'dangling'));
    makePipe(path.join(root, 'fifo'));
    writeFileSync(path.join(root, 'huge'), '');
    truncateSync(path.join(root, 'huge'), 2 ** 31);
    const reader = createReader(root);
    const reasons = ['dir', 'link', 'circle', 'dangling', 'fifo', 'huge', 'gone', 'a/b', 'x'.repeat(300)].map((file) =>
      reader.read(file),
    );
    expect(reasons).toEqual(
      [
        'directory',
        'symbolic link',
        'symbolic link',
        'symbolic link',
        'not a regular file',
        'larger than 2 GiB',
        'no longer there',
        'no longer there',
        'path too long for the system',
      ].map((reason) => ({ reason })),
    );
  });
  test.skipIf(!hasOrdinaryUser)('gives a reason where permission is missing', async () => {
    const root = makeTree({ secret: 'x', 'closed/a': 'x' });
    chmodSync(path.join(root, 'secret'), 0);
    chmodSync(path.join(root, 'closed'), 0);
    const reader = createReader(root);
    const reasons = await asOrdinaryUser(root, () => [reader.read('secret'), reader.read('closed/a')]);
    expect(reasons).toEqual([{ reason: 'no permission' }, { reason: 'no permission' }]);
    chmodSync(path.join(root, 'closed'), 0o755);
  });
});
