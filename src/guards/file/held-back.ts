import type { ReasonPage } from '../reason-page.ts';

export const heldBack = {
  code: 'held-back',
  title: 'held back by a series of commits',
  sentence: ({ why }) => why ?? '',
} satisfies ReasonPage;
