import { describe, expect, test } from 'vitest';
import { mend } from '../transforms/python/parse/mend.ts';

describe('what the grammar does not know becomes words that it knows, of the same length', () => {
  test.each([
    ['for a, *b in c: pass', 'for a,  b in c: pass'],
    ['x = [f(a, *b) for a, *b in c]', 'x = [f(a, *b) for a,  b in c]'],
    ['for a in f(b, *c): pass', 'for a in f(b, *c): pass'],
    ['f(a, *b)', 'f(a, *b)'],
    ['x = (a for\n', 'x = (a for\n'],
    ['with (a as b, c):\n', 'with  a as b, c :\n'],
    ['async with (a as b,  # why\n  c): pass', 'async with  a as b,          c : pass'],
    ['with (a("(", \')\') as b): pass', 'with  a("(", \')\') as b : pass'],
    ['with (a, b): pass', 'with (a, b): pass'],
    ['with (a as b) as c: pass', 'with (a as b) as c: pass'],
    ['with (a as b: pass', 'with (a as b: pass'],
    ['with (a as b):\n    x)\n', 'with  a as b :\n    x)\n'],
    ['with a as b.c: pass', 'with a as ___: pass'],
    ['with a as (b, c): pass', 'with a as ______: pass'],
    ['@a[0].b\ndef f(): pass', '~a[0].b\ndef f(): pass'],
    ['@a.b(1)\ndef f(): pass', '@a.b(1)\ndef f(): pass'],
    ['a\n\f\fb', 'a  \nb'],
  ])('%j', (text, expected) => {
    expect(mend(text)).toBe(expected);
    expect(expected).toHaveLength(text.length);
  });

  test('a hundred lines of comments become one, ninety-nine stay', () => {
    const lines = (count: number): string => `${'# a\n'.repeat(count)}x = 1\n`;
    expect(mend(lines(99))).toBe(lines(99));
    expect(mend(lines(100))).toBe(`${'# a '.repeat(99)}# a\nx = 1\n`);
  });
});
