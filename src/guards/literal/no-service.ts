import type { ReasonPage } from '../reason-page.ts';

export const noService = {
  code: 'no-service',
  title: 'a host of no service',
  sentence: () => 'this host belongs to no service',
} satisfies ReasonPage;
