import type { Guard } from '../guard.ts';

export const escapedPattern = {
  code: 'escaped-pattern',
  title: 'a pattern with escaped dots',
  sentence: () => 'this pattern with escaped dots may have to accept both hosts',
  why: `The dots of this host are escaped, so the text is a regular expression. What accepts links must often accept the old
and the new host for a while.`,
  settle: `Extend the expression by hand so that it accepts the new host, and remove the old one when no old links arrive any
more.`,
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'app/links.py', text: 'LINK = re.compile(r"https://api\\.old\\.ex\\.ai/.*")' },
      { file: 'infra/main.tf', text: 'matcher = "^https://api\\\\.old\\\\.ex\\\\.ai/"' },
      { file: 'web/links.ts', text: 'export const link = /^https:\\/\\/api\\.old\\.ex\\.ai$/;' },
    ],
    passes: [
      { file: 'app/links.py', text: 'LINK = "https://api.old.ex.ai/"' },
      { file: 'infra/main.tf', text: 'url = "https://api.old.ex.ai/"' },
    ],
  },
  speaksOfHost: true,
  holds: ({ hit }) => hit.form === 'escaped',
} satisfies Guard;
