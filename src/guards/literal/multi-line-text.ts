import type { ReasonPage } from '../reason-page.ts';

export const multiLineText = {
  code: 'multi-line-text',
  title: 'a text of several lines',
  sentence: () => 'this text has several lines',
} satisfies ReasonPage;
