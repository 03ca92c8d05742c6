import { existsSync, lstatSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { unquoted } from './quoted.ts';
import { reasonOf } from './reason.ts';
import { readRegular } from './regular.ts';

const LIMIT = 256_000_000;

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
  const failure = (reason: string): UserError =>
    new UserError(`the list of files cannot be read: ${reason}`, { location: named === '-' ? 'standard input' : named });
  const file = path.resolve(cwd, named);
  try {
    // A shell may give a pipe: `--files-from <(git diff --name-only)`.
    if (named === '-' || isPipe(file)) return readFileSync(named === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw failure(reasonOf(error));
  }
  const bytes = readRegular(root, file, LIMIT);
  if ('reason' in bytes) throw failure(bytes.reason);
  return bytes.toString('utf8');
}

function isPipe(file: string): boolean {
  return (lstatSync(file, { throwIfNoEntry: false })?.isFIFO() ?? false) || /^\/(?:dev|proc)\//.test(file);
}
