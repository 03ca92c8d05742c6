import type { Guard } from '../guard.ts';

export const outsideText = {
  code: 'outside-text',
  title: 'a host in code, outside of every text',
  sentence: () => 'this host stands in code, outside of every text',
  why: `The host is neither in a string nor in a comment, so it is a part of the program itself: a chain of names such as
\`api.old.ex.ai\`, or the content of a regular expression. A rewrite would change the program.`,
  settle: 'Rename it by hand if it is the host. Keep it if it only looks like one.',
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'app/names.py', text: 'api.old.ex.ai = 1' },
      { file: 'web/names.ts', text: 'api.old.ex.ai = 1;' },
    ],
    passes: [
      { file: 'app/names.py', text: 'HOSTS = ["https://api.old.ex.ai"]' },
      { file: 'web/names.ts', text: "fetch('https://api.old.ex.ai');" },
    ],
  },
  holds: ({ literal }, { reading }) => literal === undefined && reading.failure === undefined,
} satisfies Guard;
