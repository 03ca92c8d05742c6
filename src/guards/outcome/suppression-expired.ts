import type { ReasonPage } from '../reason-page.ts';

export const suppressionExpired = {
  code: 'suppression-expired',
  title: 'a suppression that has expired',
  sentence: ({ day }) => `this suppression expired on ${day}`,
} satisfies ReasonPage;
