import type { ReasonPage } from '../reason-page.ts';

export const listOfNames = {
  code: 'list-of-names',
  title: 'a list of names',
  sentence: () => 'this list holds names of the program',
} satisfies ReasonPage;
