import type { ReasonPage } from '../reason-page.ts';

export const keyOfAPattern = {
  code: 'key-of-a-pattern',
  title: 'a key of a pattern',
  sentence: () => 'the key of a pattern has to be a literal',
} satisfies ReasonPage;
