import type { Guard } from '../guard.ts';

export const literalType = {
  code: 'literal-type',
  title: 'a type made of a text',
  sentence: () => 'this text is a type',
  holds: ({ literal }) => literal?.use === 'type',
} satisfies Guard;
