import type { Guard } from '../guard.ts';

export const continuedHost = {
  code: 'continued-host',
  title: 'a host that may continue in the text after it',
  sentence: () => 'this host may continue in the text after it',
  why: `The host stands at the end of a text that Python joins with the next one. Together they may name a longer host, such
as \`api.old.ex.ai.example.com\`, which the configuration does not retire.`,
  settle: 'Write the host in one text, or end the text with a `/`. Then redomain changes it.',
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai" ".example.com"' },
      {
        file: 'app/links.py',
        text: `LINK = (
    "https://api.old.ex.ai"
    ".example.com/login"
)`,
      },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/" "v1"' },
      {
        file: 'app/links.py',
        text: `LINK = (
    "https://api.old.ex.ai/"
    "login"
)`,
      },
    ],
  },
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ standing, literal }) => literal?.continued === true && standing.span.end === literal.body.end,
} satisfies Guard;
