import type { ReasonPage } from '../reason-page.ts';

export const typeError = {
  code: 'type-error',
  title: 'a type error',
  sentence: ({ error }) => `a constant here makes a type error: ${error}`,
} satisfies ReasonPage;
