import fc from 'fast-check';
import picomatch from 'picomatch';
import { expect, it } from 'vitest';
import { compileExpression } from '../../src/core/glob/automaton.ts';
import { parseExpression } from '../../src/core/glob/expression.ts';

const PIECES =
  'a b c aa ab . .. / // * ** **/ /** ? [ab] [^a] [!a] [a-c] [[:alpha:]] { } , | ( ) @( ?( *( +( !( + ) )+ )* {a,b} {,a} {1..3} \\( \\* \\a " ! ^ $ - é'.split(
    ' ',
  );
const piece = fc.constantFrom(...PIECES);
const path = fc.array(fc.constantFrom('a', 'b', 'c', 'aa', '.', '/', '1', '2', '(', ')', '-', 'é', '+', '*'), { maxLength: 12 });

/** Without V8's engine, whatever the glob. */
function linear(glob: string): ((path: string) => boolean) | undefined {
  try {
    const isHeld = compileExpression(parseExpression(picomatch.makeRe(glob, { dot: true }).source));
    return (text) => text === glob || isHeld(text);
  } catch {
    return undefined;
  }
}

it('a glob is compared in linear time as picomatch compares it', () => {
  let compared = 0;
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 7 }), fc.array(path, { maxLength: 20 }), (pieces, paths) => {
      const glob = pieces.join('');
      const matches = picomatch(glob, { dot: true });
      const other = linear(glob);
      if (!other) return;
      for (const text of [...paths.map((parts) => parts.join('')), glob, 'a/b/c', 'a.b', 'ab/a.b/c']) {
        if (text === '') continue;
        compared++;
        expect(other(text), `${glob} ${text}`).toBe(matches(text));
      }
    }),
    { numRuns: 20_000 },
  );
  expect(compared).toBeGreaterThan(100_000);
});
