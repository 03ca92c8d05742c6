import type { ReasonPage } from '../reason-page.ts';

export const readWithoutRunning = {
  code: 'read-without-running',
  title: 'read without running',
  sentence: ({ what }) => `tools read ${what} without running the program`,
} satisfies ReasonPage;
