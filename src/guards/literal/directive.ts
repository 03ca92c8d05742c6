import type { ReasonPage } from '../reason-page.ts';

export const directive = {
  code: 'directive',
  title: 'a directive',
  sentence: () => 'this text is a directive',
  why: `A text at the head of a file or function, such as \`'use client'\`, is read as a directive. A name in its place would
not be one.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/client.ts',
        text: `'https://api.old.ex.ai';
export const a = 1;`,
      },
    ],
    passes: [{ file: 'web/client.ts', text: "export const a = 'https://api.old.ex.ai';" }],
  },
} satisfies ReasonPage;
