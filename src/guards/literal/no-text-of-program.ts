import type { ReasonPage } from '../reason-page.ts';

export const noTextOfProgram = {
  code: 'no-text-of-program',
  title: 'no text of a program',
  sentence: () => 'this is no text of a program',
} satisfies ReasonPage;
