import type { ReasonPage } from '../reason-page.ts';

export const octalEscape = {
  code: 'octal-escape',
  title: 'an octal escape',
  sentence: () => 'this text holds an octal escape',
} satisfies ReasonPage;
