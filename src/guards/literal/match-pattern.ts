import type { ReasonPage } from '../reason-page.ts';

export const matchPattern = {
  code: 'match-pattern',
  title: 'a pattern of a match',
  sentence: () => 'the pattern of this match is no single name',
} satisfies ReasonPage;
