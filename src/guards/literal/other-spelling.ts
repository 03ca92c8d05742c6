import type { ReasonPage } from '../reason-page.ts';

export const otherSpelling = {
  code: 'other-spelling',
  title: 'another spelling than the constant',
  sentence: () => 'this text spells the host differently from the constant',
  why: `The text has capital letters where the constant has none, as in \`HTTPS://\`. A program may compare the characters, so
the constant would not be the same text.`,
  settle: 'Nothing has to be done. Write the address in lower case if it should become a constant.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "HTTPS://api.old.ex.ai/v1"' },
      { file: 'web/client.ts', text: "export const url = 'HTTPS://api.old.ex.ai/v1';" },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/v1"' },
      { file: 'web/client.ts', text: "export const url = 'https://api.old.ex.ai/v1';" },
    ],
  },
} satisfies ReasonPage;
