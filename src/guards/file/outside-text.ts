import type { Guard } from '../guard.ts';

export const outsideText = {
  code: 'outside-text',
  title: 'a host in code, in no text',
  sentence: () => 'this host stands in code, in no text',
  holds: ({ literal }, { reading }) => literal === undefined && reading.failure === undefined,
} satisfies Guard;
