import type { ReasonPage } from '../reason-page.ts';

export const besideReview = {
  code: 'beside-review',
  title: 'beside a place for review',
  sentence: () => 'a host beside it is for review',
} satisfies ReasonPage;
