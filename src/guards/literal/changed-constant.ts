import type { ReasonPage } from '../reason-page.ts';

export const changedConstant = {
  code: 'changed-constant',
  title: 'a constant that the file changes',
  sentence: ({ name }) => `the file changes \`${name}\``,
  why: 'The file assigns to the table of constants, so a constant from it may have another value than the module says.',
  settle: 'Nothing has to be done. Remove the assignment if the place should become a constant.',
  occurs: 'An adopted module holds its values in a table, such as `DOMAINS["api"]`, and the file changes the table.',
} satisfies ReasonPage;
