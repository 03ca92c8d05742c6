import type { ReasonPage } from '../reason-page.ts';

export const enumMember = {
  code: 'enum-member',
  title: 'an enum member',
  sentence: () => 'this text is the value of an enum member',
} satisfies ReasonPage;
