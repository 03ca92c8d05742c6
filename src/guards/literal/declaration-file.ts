import type { ReasonPage } from '../reason-page.ts';

export const declarationFile = {
  code: 'declaration-file',
  title: 'a declaration file',
  sentence: () => 'this is a declaration file',
} satisfies ReasonPage;
