import type { ReasonPage } from '../reason-page.ts';

export const multiLineAttribute = {
  code: 'multi-line-attribute',
  title: 'an attribute of several lines',
  sentence: () => 'this attribute has several lines',
} satisfies ReasonPage;
