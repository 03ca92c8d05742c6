import type { ReasonPage } from '../reason-page.ts';

export const taggedTemplate = {
  code: 'tagged-template',
  title: 'a tagged template',
  sentence: () => 'the tag of this template sees its source text',
  why: `A tag such as \`gql\`, \`css\` or \`String.raw\` gets the text of the template. Tools often read it without running the
program.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'web/query.ts', text: 'export const query = gql`query { site(url: "https://api.old.ex.ai/x") { id } }`;' }],
    passes: [{ file: 'web/query.ts', text: 'export const query = `https://api.old.ex.ai/x`;' }],
  },
} satisfies ReasonPage;
