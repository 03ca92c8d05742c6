import type { ReasonPage } from '../reason-page.ts';

export const linkedKey = {
  code: 'linked-key',
  title: 'the same key as another place',
  sentence: ({ place }) => `the same key is for review in ${place}`,
} satisfies ReasonPage;
