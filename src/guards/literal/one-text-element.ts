import type { ReasonPage } from '../reason-page.ts';

export const oneTextElement = {
  code: 'one-text-element',
  title: 'an element that holds one text',
  sentence: ({ name }) => `the children of <${name}> have to be one text`,
} satisfies ReasonPage;
