import type { Guard } from '../guard.ts';

export const negatedTest = {
  code: 'negated-test',
  title: 'a test that a host is not there',
  sentence: () => 'this test expects the host not to be there',
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'negated',
} satisfies Guard;
