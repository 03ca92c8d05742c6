import type { ReasonPage } from '../reason-page.ts';

export const escapedBrace = {
  code: 'escaped-brace',
  title: 'a backslash before a brace',
  sentence: () => 'this text holds a backslash before a brace',
} satisfies ReasonPage;
