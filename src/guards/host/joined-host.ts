import type { Guard } from '../guard.ts';

export const joinedHost = {
  code: 'joined-host',
  title: 'a host that may begin in the text before it',
  sentence: () => 'this host may begin in the text before it',
  why: `The program joins this text with the text before it. If that text ends with a part of a label, as \`my-\` does, the host
is another one.`,
  settle: 'Write the host in one text, with its scheme. Then redomain changes it.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/client.py', text: 'HOST = prefix + "api.old.ex.ai"' },
      { file: 'web/client.ts', text: "export const host = (prefix: string) => prefix + 'api.old.ex.ai';" },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai" if secure else None' },
      { file: 'web/client.ts', text: "export const url = (path: string) => 'https://api.old.ex.ai/' + path;" },
    ],
  },
  holds: ({ hit, literal }) => literal?.joined === true && hit.start === literal.body.start,
} satisfies Guard;
