import type { ReasonPage } from '../reason-page.ts';

export const emailAddress = {
  code: 'email-address',
  title: 'an e-mail address',
  sentence: () => 'this is an e-mail address',
} satisfies ReasonPage;
