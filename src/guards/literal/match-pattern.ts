import type { ReasonPage } from '../reason-page.ts';

export const matchPattern = {
  code: 'match-pattern',
  title: 'a pattern that is more than the host',
  sentence: () => 'the pattern of this case would need more than a name',
  why: `After \`case\`, Python accepts a literal or a dotted name, but no f-string. A pattern with more than the address cannot
be written with a constant.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `match value:
    case "https://app.old.ex.ai/x":
        run()`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `match value:
    case "https://app.old.ex.ai":
        run()`,
      },
    ],
  },
} satisfies ReasonPage;
