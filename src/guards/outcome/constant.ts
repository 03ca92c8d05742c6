import type { ReasonPage } from '../reason-page.ts';

export const constant = {
  code: 'constant',
  title: 'replaced by a constant',
  sentence: ({ service }) => `this host becomes a constant of ${service}`,
  why: 'The domain module exports this address, and the file can import the module.',
  settle: 'Run `redomain --write`. To leave the host as it is, write `redomain-ignore -- reason`.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/v1"' },
      { file: 'web/client.ts', text: "export const url = 'https://api.old.ex.ai/v1';" },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://new.ex.ai/v1"' },
      { file: 'docs/guide.md', text: 'The backend is https://api.old.ex.ai.' },
    ],
  },
} satisfies ReasonPage;
