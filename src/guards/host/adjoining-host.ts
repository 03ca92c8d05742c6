import type { Guard } from '../guard.ts';

/** Directly behind a host, what would begin another one if a name stood before it. */
const RUNS_ON = /^(?:\*+(?:\\{0,4}\.)?|\\{1,4}\.|\.[.*]+)(?!(?:https?|wss?):\/\/)-*[A-Za-z0-9]/i;

export const adjoiningHost = {
  code: 'adjoining-host',
  title: 'an address that runs into another host',
  sentence: () => 'this address runs into another host',
  why: `Another host begins directly after this address. Text that runs together like this is a pattern, a list without
separators or a mistake, and a rewrite could make a third host out of the two.`,
  settle: 'Separate the two hosts, or replace both by hand.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'config/app.env', text: 'HOSTS=https://api.old.ex.ai..example.com' },
      { file: 'web/client.ts', text: "fetch('https://api.old.ex.ai..example.com');" },
    ],
    passes: [
      { file: 'config/app.env', text: 'HOSTS=https://api.old.ex.ai,https://www.example.com' },
      { file: 'web/client.ts', text: "export const url = 'https://api.old.ex.ai/*';" },
    ],
  },
  standings: ['retired', 'canonical', 'unknown'],
  holds: ({ standing: { span } }, { file }) => RUNS_ON.test(file.text.slice(span.end, span.end + 20)),
} satisfies Guard;
