import type { ReasonPage } from '../reason-page.ts';

export const noQuotesLeft = {
  code: 'no-quotes-left',
  title: 'no quotes left',
  sentence: () => 'no quotes are left for the key of the constant',
  why: `Before Python 3.12, an expression in an f-string cannot use the quotes of the f-string. Both kinds are taken here, so
the key of the constant has none.`,
  settle: 'Nothing has to be done. Move the expression out of the f-string if it should use the constant.',
  occurs: `An adopted module holds its values in a table, such as \`DOMAINS["api"]\`, and the text stands in an f-string within
another one.`,
} satisfies ReasonPage;
