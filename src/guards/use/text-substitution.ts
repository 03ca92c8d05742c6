import type { Guard } from '../guard.ts';

export const textSubstitution = {
  code: 'text-substitution',
  title: 'a text substitution',
  sentence: () => 'a substitution searches for this text or inserts it',
  why: `The program replaces a host in other texts. This call may be the migration itself, and a rewrite would make it replace
a host with itself.`,
  settle: `Keep the call if it migrates data, with \`redomain-ignore needs-review -- reason\`. Remove it when the migration is
over.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      {
        file: 'app/links.py',
        text: `def moved(url):
    return url.replace("https://api.old.ex.ai", base)`,
      },
      { file: 'web/links.ts', text: "export const moved = (url: string) => url.replace('https://api.old.ex.ai', base);" },
    ],
    passes: [
      {
        file: 'app/links.py',
        text: `def moved(url):
    return url.join("https://api.old.ex.ai", base)`,
      },
      { file: 'web/links.ts', text: "export const moved = (url: string) => join('https://api.old.ex.ai', base);" },
    ],
  },
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'replaced',
} satisfies Guard;
