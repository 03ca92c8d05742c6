import type { ReasonPage } from '../reason-page.ts';

export const ambientDeclaration = {
  code: 'ambient-declaration',
  title: 'an ambient declaration',
  sentence: () => 'an ambient declaration holds no values',
} satisfies ReasonPage;
