import type { ReasonPage } from '../reason-page.ts';

export const directive = {
  code: 'directive',
  title: 'a directive',
  sentence: () => 'this text is a directive',
} satisfies ReasonPage;
