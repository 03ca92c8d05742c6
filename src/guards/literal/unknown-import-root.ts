import type { ReasonPage } from '../reason-page.ts';

export const unknownImportRoot = {
  code: 'unknown-import-root',
  title: 'nothing shows that the module can be imported',
  sentence: () => 'nothing shows that the root is on sys.path when this file runs',
} satisfies ReasonPage;
