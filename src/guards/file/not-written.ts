import type { ReasonPage } from '../reason-page.ts';

export const notWritten = {
  code: 'not-written',
  title: 'a file that was not written',
  sentence: ({ failure }) => `the file was not written: ${failure}`,
} satisfies ReasonPage;
