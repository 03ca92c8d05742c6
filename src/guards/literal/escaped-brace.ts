import type { ReasonPage } from '../reason-page.ts';

export const escapedBrace = {
  code: 'escaped-brace',
  title: 'a backslash before a brace',
  sentence: () => 'this text has a backslash before a brace',
  why: 'In an f-string, braces have to be doubled, and a backslash before one would then mean something else.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'app/client.py', text: 'TEX_URL = r"\\{https://api.old.ex.ai\\}"' }],
    passes: [{ file: 'app/client.py', text: 'TEX_URL = r"{https://api.old.ex.ai}"' }],
  },
} satisfies ReasonPage;
