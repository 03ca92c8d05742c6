import type { Guard } from '../guard.ts';

export const textSubstitution = {
  code: 'text-substitution',
  title: 'a text substitution',
  sentence: () => 'a substitution searches for this text or puts it in',
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'replaced',
} satisfies Guard;
