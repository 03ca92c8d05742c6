import type { ReasonPage } from '../reason-page.ts';

export const oneTextElement = {
  code: 'one-text-element',
  title: 'an element that takes one text',
  sentence: ({ name }) => `the children of <${name}> have to be one text`,
  why: `React warns when the children of elements such as \`<title>\` are several texts, and a constant beside a text makes two.`,
  settle: 'Nothing has to be done. Write the children as one template if they should use a constant.',
  examples: {
    holds: [{ file: 'web/head.tsx', text: 'export const head = <title>Ask https://api.old.ex.ai now</title>;' }],
    passes: [{ file: 'web/head.tsx', text: 'export const head = <p>Ask https://api.old.ex.ai now</p>;' }],
  },
} satisfies ReasonPage;
