import type { ReasonPage } from '../reason-page.ts';

export const lineContinuation = {
  code: 'line-continuation',
  title: 'a line continuation',
  sentence: () => 'this text has a line continuation',
  why: 'The text continues on the next line after a backslash. redomain does not convert such a text into a template.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/client.ts',
        text: `export const url = 'https://api.old.ex.ai/a\\
/b';`,
      },
    ],
    passes: [{ file: 'web/client.ts', text: "export const url = 'https://api.old.ex.ai/a/b';" }],
  },
} satisfies ReasonPage;
