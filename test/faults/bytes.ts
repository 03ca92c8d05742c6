/** A file as it is read from the disk, and what a broken encoder would write in place of the right bytes. */
export interface ByteFault {
  readonly name: string;
  readonly before: Buffer;
  readonly wrong: (right: Buffer) => Buffer;
}

const SOURCE = 'é: https://api.old.ex.ai/x\r\nb: 1\r\n';
const utf8 = Buffer.from(SOURCE);
const marked = Buffer.from(`\ufeff${SOURCE}`);
const little = Buffer.from(`\ufeff${SOURCE}`, 'utf16le');
const big = Buffer.from(little).swap16();
const latin1 = Buffer.from(SOURCE, 'latin1');
const text = (change: (right: string) => string) => (right: Buffer) => Buffer.from(change(right.toString()));

export const BYTE_FAULTS: readonly ByteFault[] = [
  { name: 'byte order mark lost', before: marked, wrong: (right) => right.subarray(3) },
  { name: 'byte order mark added', before: utf8, wrong: (right) => Buffer.concat([Buffer.from('\ufeff'), right]) },
  { name: 'byte order mark doubled', before: marked, wrong: (right) => Buffer.concat([Buffer.from('\ufeff'), right]) },
  { name: 'line endings lost', before: utf8, wrong: text((right) => right.replaceAll('\r\n', '\n')) },
  { name: 'line endings doubled', before: utf8, wrong: text((right) => right.replaceAll('\r\n', '\r\r\n')) },
  { name: 'final newline lost', before: utf8, wrong: (right) => right.subarray(0, -2) },
  { name: 'final newline added', before: utf8, wrong: (right) => Buffer.concat([right, Buffer.from('\r\n')]) },
  { name: 'last byte lost', before: utf8, wrong: (right) => right.subarray(0, -1) },
  {
    name: 'file cut to the length of its characters',
    before: utf8,
    wrong: (right) => right.subarray(0, right.toString().length),
  },
  { name: 'file padded', before: utf8, wrong: (right) => Buffer.concat([right, Buffer.alloc(1)]) },
  { name: 'empty file', before: utf8, wrong: () => Buffer.alloc(0) },
  { name: 'UTF-8 encoded twice', before: utf8, wrong: (right) => Buffer.from(right.toString('latin1')) },
  { name: 'letter decomposed', before: utf8, wrong: text((right) => right.normalize('NFD')) },
  { name: 'letter replaced', before: utf8, wrong: text((right) => right.replace('é', '\ufffd')) },
  { name: 'Latin-1 made UTF-8', before: latin1, wrong: (right) => Buffer.from(right.toString('latin1')) },
  { name: 'Latin-1 cut to ASCII', before: latin1, wrong: (right) => Buffer.from(right.toString('ascii')) },
  { name: 'UTF-8 made Latin-1', before: utf8, wrong: (right) => Buffer.from(right.toString(), 'latin1') },
  { name: 'UTF-16 byte order exchanged', before: little, wrong: (right) => Buffer.from(right).swap16() },
  {
    name: 'UTF-16 byte order exchanged, its mark kept',
    before: big,
    wrong: (right) => Buffer.concat([right.subarray(0, 2), Buffer.from(right.subarray(2)).swap16()]),
  },
  { name: 'UTF-16 made UTF-8', before: little, wrong: (right) => Buffer.from(right.toString('utf16le')) },
  { name: 'UTF-16 mark lost', before: big, wrong: (right) => right.subarray(2) },
  { name: 'original written again', before: utf8, wrong: () => utf8 },
];
