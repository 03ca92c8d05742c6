import type { ReasonPage } from '../reason-page.ts';

export const unlikeAscii = {
  code: 'unlike-ascii',
  title: 'an encoding that is unlike ASCII',
  sentence: ({ encoding }) => `the encoding ${encoding} may give a byte another character than ASCII does`,
} satisfies ReasonPage;
