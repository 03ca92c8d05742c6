import type { ReasonPage } from '../reason-page.ts';

export const declarationFile = {
  code: 'declaration-file',
  title: 'a declaration file',
  sentence: () => 'this file is a declaration file',
  why: 'A `.d.ts` file has types and no values, so it cannot use a constant.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/types.d.css.ts',
        text: `declare const url: string;
export const base = 'https://api.old.ex.ai';`,
      },
    ],
    passes: [{ file: 'web/types.ts', text: "export const base = 'https://api.old.ex.ai';" }],
  },
} satisfies ReasonPage;
