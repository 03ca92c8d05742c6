import type { ReasonPage } from '../reason-page.ts';

export const recordedCell = {
  code: 'recorded-cell',
  title: 'output kept with a notebook',
  sentence: () => 'this output is kept with the notebook that printed it',
} satisfies ReasonPage;
