import type { ReasonPage } from '../reason-page.ts';

export const noModule = {
  code: 'no-module',
  title: 'no domain module for the file',
  sentence: () => 'no domain module serves this file',
} satisfies ReasonPage;
