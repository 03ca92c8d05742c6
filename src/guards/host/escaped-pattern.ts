import type { Guard } from '../guard.ts';

export const escapedPattern = {
  code: 'escaped-pattern',
  title: 'a pattern with escaped dots',
  sentence: () => 'this pattern with escaped dots may have to accept both hosts',
  speaksOfHost: true,
  holds: ({ hit }) => hit.form === 'escaped',
} satisfies Guard;
