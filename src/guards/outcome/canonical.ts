import type { ReasonPage } from '../reason-page.ts';

export const canonical = {
  code: 'canonical',
  title: 'canonical already',
  sentence: () => 'this host is canonical already',
} satisfies ReasonPage;
