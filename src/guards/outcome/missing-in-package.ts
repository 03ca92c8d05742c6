import type { ReasonPage } from '../reason-page.ts';

export const missingInPackage = {
  code: 'missing-in-package',
  title: 'a file that is packaged without the module',
  sentence: ({ where }) => `the module cannot be imported here: ${where}`,
} satisfies ReasonPage;
