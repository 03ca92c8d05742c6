import type { ReasonPage } from '../reason-page.ts';

export const moduleSpecifier = {
  code: 'module-specifier',
  title: 'a module specifier',
  sentence: () => 'this text names a module',
} satisfies ReasonPage;
