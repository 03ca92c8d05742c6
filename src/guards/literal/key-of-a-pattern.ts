import type { ReasonPage } from '../reason-page.ts';

export const keyOfAPattern = {
  code: 'key-of-a-pattern',
  title: 'a key in a mapping pattern',
  sentence: () => 'a key in a mapping pattern has to be a literal',
  why: 'In `case {"key": value}`, Python accepts a literal or a dotted name as the key. A name alone is a syntax error.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `match value:
    case {"https://api.old.ex.ai": x}:
        run(x)`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `match value:
    case "https://api.old.ex.ai":
        run()`,
      },
    ],
  },
} satisfies ReasonPage;
