import type { ReasonPage } from '../reason-page.ts';

export const hardCoded = {
  code: 'hard-coded',
  title: 'a canonical host that could be a constant',
  sentence: () => 'the domain module has a constant with this value',
  why: `The host is right, but it is written out although the domain module has a constant for it. With the constant, the next
move is a change of one file.`,
  settle: 'Run `redomain --write`. To leave it as it is, write `redomain-ignore hard-coded-host -- reason`.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://new.ex.ai/v1"' },
      { file: 'web/client.ts', text: "export const url = 'https://new.ex.ai/v1';" },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/v1"' },
      { file: 'docs/guide.md', text: 'The backend is https://new.ex.ai, not https://example.com.' },
    ],
  },
} satisfies ReasonPage;
