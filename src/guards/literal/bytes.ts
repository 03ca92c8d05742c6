import type { ReasonPage } from '../reason-page.ts';

export const bytes = {
  code: 'bytes',
  title: 'bytes',
  sentence: () => 'these are bytes, and the constant is text',
} satisfies ReasonPage;
