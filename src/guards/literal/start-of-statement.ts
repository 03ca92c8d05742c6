import type { ReasonPage } from '../reason-page.ts';

export const startOfStatement = {
  code: 'start-of-statement',
  title: 'the start of a statement',
  sentence: () => 'this text starts a statement',
} satisfies ReasonPage;
