import type { ReasonPage } from '../reason-page.ts';

export const typePosition = {
  code: 'type-position',
  title: 'a type position',
  sentence: () => 'this text stands where a type does',
} satisfies ReasonPage;
