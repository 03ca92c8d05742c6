import type { ReasonPage } from '../reason-page.ts';

export const lineContinuation = {
  code: 'line-continuation',
  title: 'a line continuation',
  sentence: () => 'this text holds a line continuation',
} satisfies ReasonPage;
