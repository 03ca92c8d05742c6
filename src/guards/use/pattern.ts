import type { Guard } from '../guard.ts';

export const pattern = {
  code: 'pattern',
  title: 'a part of a pattern',
  sentence: () => 'this pattern may have to accept both hosts',
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'pattern',
} satisfies Guard;
