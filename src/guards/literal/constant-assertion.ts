import type { ReasonPage } from '../reason-page.ts';

export const constantAssertion = {
  code: 'constant-assertion',
  title: 'a text that is a type',
  sentence: () => 'the characters of this text are a type',
  why: `With \`as const\`, TypeScript makes a type of the characters of this text. A constant with a template would widen it to
\`string\`.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/types.ts',
        text: `export const urls = ['https://api.old.ex.ai'] as const;
export type Url = (typeof urls)[number];`,
      },
    ],
    passes: [{ file: 'web/types.ts', text: "export const urls = ['https://api.old.ex.ai'];" }],
  },
} satisfies ReasonPage;
