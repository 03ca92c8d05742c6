import type { ReasonPage } from '../reason-page.ts';

export const inlineSnapshot = {
  code: 'inline-snapshot',
  title: 'an inline snapshot',
  sentence: () => 'the test runner rewrites this inline snapshot',
} satisfies ReasonPage;
