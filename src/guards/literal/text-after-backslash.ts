import type { ReasonPage } from '../reason-page.ts';

export const textAfterBackslash = {
  code: 'text-after-backslash',
  title: 'a text behind a backslash',
  sentence: () => 'a backslash stands before this text',
} satisfies ReasonPage;
