import { describe, expect, it } from 'vitest';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { urlOf } from './url';

describe('urlOf', () => {
  it.each([`${STAGING_BACKEND_URL}/a`, `${STAGING_BACKEND_URL}/b`])('keeps %s', (url) => {
    expect(urlOf(url)).toEqual(url);
  });

  it('joins', () => {
    expect(urlOf(STAGING_BACKEND_URL, 'x')).toBe(`${STAGING_BACKEND_URL}/x`);
  });
});
