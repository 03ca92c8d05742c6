import { expect, test, vi } from 'vitest';
import { STAGING_BACKEND_URL } from '@/lib/domain-config';
import { load } from './load';

vi.mock('./settings', () => ({ url: 'https://new.ex.ai' }));
const hoisted = vi.hoisted(() => ({ url: 'https://new.ex.ai/h' }));
vi.doMock('./later', () => ({ url: `${STAGING_BACKEND_URL}/later` }));

test('loads', async () => {
  expect(await load(hoisted.url)).toBe(`${STAGING_BACKEND_URL}/users`);
});
