import { expect, it, vi } from 'vitest';
import { lamps, signInUrl } from '@/lib/api';

vi.mock('@/lib/settings', () => ({ apiUrl: 'https://api.staging.lumen.example' }));

it('asks the API for lamps', async () => {
  const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json([]));
  await lamps('north');
  expect(fetch.mock.calls[0]?.[0]).toBe('https://api.staging.lumen.example/v1/lamps?area=north');
});

it('signs in at the auth service', () => {
  expect(signInUrl('/')).toBe('https://auth.staging.lumen.example/login?next=%2F');
});
