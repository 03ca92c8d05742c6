import { expect, test, vi } from 'vitest';
import { load } from './load';

vi.mock('./settings', () => ({ url: 'https://api.old.ex.ai' }));
const hoisted = vi.hoisted(() => ({ url: 'https://api.old.ex.ai/h' }));
vi.doMock('./later', () => ({ url: 'https://api.old.ex.ai/later' }));

test('loads', async () => {
  expect(await load(hoisted.url)).toBe('https://api.old.ex.ai/users');
});
