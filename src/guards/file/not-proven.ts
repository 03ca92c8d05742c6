import type { ReasonPage } from '../reason-page.ts';

export const notProven = {
  code: 'not-proven',
  title: 'a change that was not proved',
  sentence: ({ failure }) => `the change was not proved: ${failure}`,
} satisfies ReasonPage;
