import type { ReasonPage } from '../reason-page.ts';

export const setUpScript = {
  code: 'set-up-script',
  title: 'a set-up script',
  sentence: () => 'this set-up script runs before the package is there',
} satisfies ReasonPage;
