import type { ReasonPage } from '../reason-page.ts';

export const readWithoutRunning = {
  code: 'read-without-running',
  title: 'a text that tools read without running it',
  sentence: ({ what }) => `tools read ${what} without running the program`,
  why: `Next.js, bundlers and GraphQL tools read some texts from the source. They would see the name of a constant and not its
value.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      { file: 'web/middleware.ts', text: "export const config = { matcher: 'https://api.old.ex.ai/x' };" },
      { file: 'web/query.ts', text: 'export const query = gql(`query { site(url: "https://api.old.ex.ai/x") { id } }`);' },
    ],
    passes: [
      { file: 'web/middleware.ts', text: "export const settings = { matcher: 'https://api.old.ex.ai/x' };" },
      { file: 'web/query.ts', text: 'export const query = ask(`https://api.old.ex.ai/x`);' },
    ],
  },
} satisfies ReasonPage;
