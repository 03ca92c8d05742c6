import type { ReasonPage } from '../reason-page.ts';

export const sameFunction = {
  code: 'same-function',
  title: 'the same host in one function',
  sentence: ({ line }) => `the same host is for review on line ${line} of this function`,
} satisfies ReasonPage;
