import type { ReasonPage } from '../reason-page.ts';

export const codeBetweenTexts = {
  code: 'code-between-texts',
  title: 'code between texts',
  sentence: () => 'code stands between the texts of this address',
} satisfies ReasonPage;
