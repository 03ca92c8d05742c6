import { expect, test } from 'vitest';

export const moved = (text: string) => text.replace('https://api.old.ex.ai', 'https://new.ex.ai');
export const table = { 'https://api.old.ex.ai': 'https://new.ex.ai' };
export const either = (url?: string) => url || 'https://api.old.ex.ai' || 'https://new.ex.ai';
export const ours = (name: string) => name.endsWith('.old.ex.ai');
export const pattern = /^https:\/\/[a-z]+\.old\.ex\.ai$/;
export const compiled = new RegExp('https://api.old.ex.ai/.*');
export const dynamic = (name: string) => `https://${name}.old.ex.ai`;
export const split = 'api.' + 'old.ex.ai';
export const other = (url: string) => url !== 'https://api.old.ex.ai';

test('is not the retired host', () => {
  expect(moved('https://api.old.ex.ai/x')).not.toBe('https://api.old.ex.ai/x');
});
