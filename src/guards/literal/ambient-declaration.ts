import type { ReasonPage } from '../reason-page.ts';

export const ambientDeclaration = {
  code: 'ambient-declaration',
  title: 'an ambient declaration',
  sentence: () => 'an ambient declaration has no values',
  why: '`declare` describes something that exists elsewhere. A constant cannot stand in it.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/types.ts',
        text: `declare const given: 'https://api.old.ex.ai';
export { given };`,
      },
    ],
    passes: [
      {
        file: 'web/types.ts',
        text: `const given = 'https://api.old.ex.ai';
export { given };`,
      },
    ],
  },
} satisfies ReasonPage;
