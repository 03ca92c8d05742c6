import type { ReasonPage } from '../reason-page.ts';

export const selfDocumentingField = {
  code: 'self-documenting-field',
  title: 'a self-documenting field',
  sentence: () => 'this field shows its own source text',
  why: `A field such as \`{x=}\` prints its own source text. With a constant in it, the program would print the name of the
constant.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app/client.py', text: 'TEXT_URL = f"{\'https://api.old.ex.ai\'=}"' }],
    passes: [{ file: 'app/client.py', text: 'TEXT_URL = f"{\'https://api.old.ex.ai\'}"' }],
  },
} satisfies ReasonPage;
