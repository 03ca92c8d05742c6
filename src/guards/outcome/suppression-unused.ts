import type { ReasonPage } from '../reason-page.ts';

export const suppressionUnused = {
  code: 'suppression-unused',
  title: 'a suppression that serves nothing',
  sentence: () => 'this suppression serves nothing',
} satisfies ReasonPage;
