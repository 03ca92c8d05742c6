import picomatch from 'picomatch';
import { describe, expect, it } from 'vitest';
import { compileGlobs } from '../src/core/glob/glob.ts';

describe('a glob', () => {
  it('that people write is left to V8', () => {
    for (const glob of [
      '**/*.{ts,tsx,mts,cts,vue,svelte,astro}',
      'docs/**',
      '**/*.backup.*',
      'frontend/lib/*.py',
      '**/*_backup.*',
    ]) {
      expect(compileGlobs([glob])('frontend/src/app/(auth)/login/page.tsx')).toBe(
        picomatch(glob, { dot: true })('frontend/src/app/(auth)/login/page.tsx'),
      );
    }
  });

  it.each(['(?<=a)b', '(a)\\1', '(?<n>a)'])('that asks for more, %s, is refused', (glob) => {
    expect(() => compileGlobs([glob])).toThrow(SyntaxError);
  });
});
