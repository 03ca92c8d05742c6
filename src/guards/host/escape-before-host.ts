import type { Guard } from '../guard.ts';

export const escapeBeforeHost = {
  code: 'escape-before-host',
  title: 'a host behind a backslash',
  sentence: () => 'the backslash before this host may begin an escape',
  holds: ({ hit }, { file: { text } }) => /(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, hit.start - 20), hit.start)),
} satisfies Guard;
