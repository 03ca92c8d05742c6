import type { ReasonPage } from '../reason-page.ts';

export const annotation = {
  code: 'annotation',
  title: 'an annotation',
  sentence: () => 'this text is an annotation',
} satisfies ReasonPage;
