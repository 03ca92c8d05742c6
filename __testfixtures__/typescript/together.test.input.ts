import { describe, expect, it } from 'vitest';
import { urlOf } from './url';

describe('urlOf', () => {
  it.each(['https://api.old.ex.ai/a', 'https://api.old.ex.ai/b'])('keeps %s', (url) => {
    expect(urlOf(url)).toEqual(url);
  });

  it('joins', () => {
    expect(urlOf('https://api.old.ex.ai', 'x')).toBe('https://api.old.ex.ai/x');
  });
});
