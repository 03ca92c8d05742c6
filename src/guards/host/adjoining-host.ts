import type { Guard } from '../guard.ts';

/** Directly behind a host, what would begin another one if a name stood before it. */
const RUNS_ON = /^(?:\*+(?:\\{0,4}\.)?|\\{1,4}\.|\.[.*]+)(?!(?:https?|wss?):\/\/)-*[A-Za-z0-9]/i;

export const adjoiningHost = {
  code: 'adjoining-host',
  title: 'an address that runs into another host',
  sentence: () => 'this address runs into another host',
  standings: ['retired', 'canonical', 'unknown'],
  holds: ({ standing: { span } }, { file }) => RUNS_ON.test(file.text.slice(span.end, span.end + 20)),
} satisfies Guard;
