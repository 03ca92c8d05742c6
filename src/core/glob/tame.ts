import picomatch from 'picomatch';
import { ambiguityOf, atMost } from './ambiguity.ts';
import { parseExpression } from './expression.ts';

/** Characters of a pattern; what is longer is none that a person wrote. */
const LONGEST = 1000;
/** Ways to take a pattern that may be tried one after the other: some tens of milliseconds. */
const MOST_WAYS = 10_000_000;
const LITERAL = { dot: true, nobrace: true, noextglob: true, nonegate: true } as const;

/**
 * Makes the test whether the libraries that read ignore files can be asked about a path: they compile each line into an expression for V8's
 * engine, which some lines keep busy for ever, and some end the process. `lines` in the syntax of .gitignore.
 */
export function tameLines(lines: readonly string[]): (path: string) => boolean {
  const tests = lines.flatMap((line) => testOf(line.trim().replace(/^!/, '').replace(/\/$/, '')));
  return (path) => tests.every((isTame) => isTame(path));
}

function testOf(line: string): ((path: string) => boolean)[] {
  if (line.length > LONGEST) return [() => false];
  if (line.startsWith('#') || !/\*[^*]+\*/.test(line)) return [];
  try {
    return [atMost(MOST_WAYS, ambiguityOf(parseExpression(picomatch.makeRe(line, LITERAL).source)))];
  } catch {
    return [() => false];
  }
}
