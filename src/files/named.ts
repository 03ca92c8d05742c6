import { lstatSync, readFileSync } from 'node:fs';
import { reasonOf } from './reason.ts';
import { readRegular, type Unread } from './regular.ts';

/** The longest text that is read, in bytes. */
const LIMIT = 512_000_000;

/** The bytes of a file that a person names on the command line, absolute, as `readRegular` reads them; a pipe of the shell is read as well, and `-` is standard input. */
export function readNamed(root: string, file: string): Buffer | Unread {
  if (file !== '-' && !isPipe(file)) return readRegular(root, file, LIMIT);
  try {
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    return { reason: reasonOf(error), absent: false };
  }
}

/** A repository can hold none: `<(git diff --name-only)` is one, below /dev or /proc, or a FIFO that somebody made. */
function isPipe(file: string): boolean {
  return (lstatSync(file, { throwIfNoEntry: false })?.isFIFO() ?? false) || /^\/(?:dev|proc)\//.test(file);
}
