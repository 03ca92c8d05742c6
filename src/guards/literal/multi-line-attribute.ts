import type { ReasonPage } from '../reason-page.ts';

export const multiLineAttribute = {
  code: 'multi-line-attribute',
  title: 'an attribute of several lines',
  sentence: () => 'this attribute has several lines',
  why: 'What line breaks in a JSX attribute become depends on the compiler. A template would settle for one reading.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/input.tsx',
        text: `export const input = <input placeholder="https://api.old.ex.ai
  or another" />;`,
      },
    ],
    passes: [{ file: 'web/input.tsx', text: 'export const input = <input placeholder="https://api.old.ex.ai or another" />;' }],
  },
} satisfies ReasonPage;
