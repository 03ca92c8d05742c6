import type { ReasonPage } from '../reason-page.ts';

export const classPropertyKey = {
  code: 'class-property-key',
  title: 'the name of a class property',
  sentence: () => 'the name of a class property has to be a constant of the program',
} satisfies ReasonPage;
