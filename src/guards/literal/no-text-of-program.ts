import type { ReasonPage } from '../reason-page.ts';

export const noTextOfProgram = {
  code: 'no-text-of-program',
  title: 'a text that is no expression',
  sentence: () => 'this text is not an expression of the program',
  why: 'The text stands where the syntax has no expression, so a constant cannot take its place.',
  settle: 'Nothing has to be done.',
  occurs: 'The parser finds no string, template, attribute or JSX text at the place.',
} satisfies ReasonPage;
