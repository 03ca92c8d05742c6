import type { ReasonPage } from '../reason-page.ts';

export const constantAssertion = {
  code: 'constant-assertion',
  title: 'a text that is a type',
  sentence: () => 'the characters of this text are a type',
} satisfies ReasonPage;
