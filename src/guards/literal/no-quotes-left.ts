import type { ReasonPage } from '../reason-page.ts';

export const noQuotesLeft = {
  code: 'no-quotes-left',
  title: 'no quotes left',
  sentence: () => 'no quotes are left for the key of the constant',
} satisfies ReasonPage;
