import type { Change, Report } from '../types/report.ts';
import { binaryPatch } from './binary-patch.ts';
import { patchOf } from './patch.ts';
import type { ReporterOptions } from './reporter.ts';

/** A unified diff of the whole plan that `git apply` takes in the root, domain modules included. */
export function* diff(_report: Report, { changes }: ReporterOptions): Generator<string | Uint8Array> {
  for (const change of changes()) yield asInFile(change);
}

/** The patch in the bytes of the file: git compares bytes, not text. */
function asInFile(change: Change): string | Uint8Array {
  switch (change.encoding) {
    case undefined:
    case 'utf8':
      return patchOf(change);
    case 'utf8-bom':
      return patchOf({ ...change, before: `\ufeff${change.before}`, after: `\ufeff${change.after}` });
    case 'latin1':
      return Buffer.from(patchOf(change), 'latin1');
    default:
      return binaryPatch(change.path, utf16(change.before, change.encoding), utf16(change.after, change.encoding));
  }
}

function utf16(text: string, encoding: 'utf16le' | 'utf16be'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16be' ? bytes.swap16() : bytes;
}
