import picomatch from 'picomatch';
import { ambiguityOf, atMost } from './ambiguity.ts';
import { compileExpression } from './automaton.ts';
import { parseExpression } from './expression.ts';

/** Options of picomatch that change what a glob means. */
export type GlobOptions = Pick<
  picomatch.PicomatchOptions,
  'dot' | 'nobrace' | 'noextglob' | 'noglobstar' | 'nonegate' | 'posix' | 'basename'
>;

/** Ways to take a glob that V8's engine, which tries one after the other, may have to try. */
const MOST_WAYS = 100_000;

/**
 * Makes the test whether a path is matched by one of some globs, as picomatch reads them. No glob takes long, whatever it and the path hold:
 * where V8 might have to try too many ways, all are tried at once. Throws SyntaxError for a glob that asks for what only V8 could do.
 */
export function compileGlobs(globs: readonly string[], options: GlobOptions = { dot: true }): (path: string) => boolean {
  const tests = globs.map((glob) => compileGlob(glob, options));
  return (path) => tests.some((matches) => matches(path));
}

/** Why `compileGlobs` would throw for a glob: a clause that follows the quoted glob. */
export function faultOfGlob(glob: string): string | undefined {
  try {
    compileGlob(glob, { dot: true });
    return undefined;
  } catch {
    return 'is no glob but a regular expression that looks back';
  }
}

function compileGlob(glob: string, options: GlobOptions): (path: string) => boolean {
  const matches = picomatch(glob, options);
  const expression = parseExpression(picomatch.makeRe(glob, options).source);
  const isEasy = atMost(MOST_WAYS, ambiguityOf(expression));
  const isHeld = compileExpression(expression);
  return (path) => {
    if (isEasy(path)) return matches(path);
    return path === glob || isHeld(options.basename ? path.slice(path.lastIndexOf('/') + 1) : path);
  };
}
