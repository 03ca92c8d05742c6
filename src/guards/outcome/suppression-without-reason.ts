import type { ReasonPage } from '../reason-page.ts';

export const suppressionWithoutReason = {
  code: 'suppression-without-reason',
  title: 'a suppression without a reason',
  sentence: () => 'this suppression gives no reason',
} satisfies ReasonPage;
