import type { ReasonPage } from '../reason-page.ts';

export const otherSpelling = {
  code: 'other-spelling',
  title: 'another spelling than the constant',
  sentence: () => 'the constant has another spelling than this text',
} satisfies ReasonPage;
