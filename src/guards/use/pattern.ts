import type { Guard } from '../guard.ts';

export const pattern = {
  code: 'pattern',
  title: 'a text that is used as a pattern',
  sentence: () => 'this pattern may have to accept both hosts',
  why: `The program uses this text as a regular expression or a glob. What accepts links must often accept the old and the new
host for a while.`,
  settle: 'Extend the pattern by hand so that it accepts the new host, and remove the old one when it is no longer needed.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/links.py', text: 'LINK = re.search("https://api.old.ex.ai/.*", text)' },
      { file: 'web/links.ts', text: "export const link = new RegExp('https://api.old.ex.ai/.*');" },
    ],
    passes: [
      { file: 'app/links.py', text: 'LINK = fetch("https://api.old.ex.ai/")' },
      { file: 'web/links.ts', text: "export const link = new URL('https://api.old.ex.ai/');" },
    ],
  },
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'pattern',
} satisfies Guard;
