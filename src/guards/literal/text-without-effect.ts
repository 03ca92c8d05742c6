import type { ReasonPage } from '../reason-page.ts';

export const textWithoutEffect = {
  code: 'text-without-effect',
  title: 'a text without effect',
  sentence: () => 'this text has no effect',
} satisfies ReasonPage;
