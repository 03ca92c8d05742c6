import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { readNamed } from './named.ts';
import { unquoted } from './quoted.ts';

/** What a list of files names: what stands in the tree, and what does not, as it is written. */
interface Listed {
  readonly there: readonly string[];
  readonly gone: readonly string[];
}

/**
 * Reads a list of paths, one a line, or each before a NUL; the list is a file (relative to `cwd`) or `-`, standard input. A name that git has
 * quoted, as it does without `-z`, is read as git means it. Throws UserError where the list cannot be read.
 */
export function listedPaths(root: string, cwd: string, named: string): Listed {
  const text = textIn(root, cwd, named);
  const lines = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/).map((line) => meant(cwd, line));
  const written = lines.filter((line) => line !== '');
  const isThere = (line: string): boolean => existsSync(path.resolve(cwd, line));
  return { there: written.filter(isThere), gone: written.filter((line) => !isThere(line)) };
}

function meant(cwd: string, line: string): string {
  const quoted = /^"(.*)"$/s.exec(line);
  return quoted && !existsSync(path.resolve(cwd, line)) ? unquoted(quoted[1]!) : line;
}

function textIn(root: string, cwd: string, named: string): string {
  const bytes = readNamed(root, named === '-' ? named : path.resolve(cwd, named));
  if (!('reason' in bytes)) return bytes.toString('utf8');
  throw new UserError(`the list of files cannot be read: ${bytes.absent ? 'no such file' : bytes.reason}`, {
    location: named === '-' ? 'standard input' : named,
  });
}
