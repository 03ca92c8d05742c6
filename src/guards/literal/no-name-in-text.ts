import type { ReasonPage } from '../reason-page.ts';

const KINDS: Readonly<Record<string, string>> = { comment: 'a comment', docstring: 'a docstring' };

export const noNameInText = {
  code: 'no-name-in-text',
  title: 'text that cannot hold a constant',
  sentence: ({ kind = '' }) => `a constant cannot stand in ${KINDS[kind] ?? kind}`,
  why: `Comments, documents and configuration are not run, so a name in them would be only a word. The new host is written in
place of the old one.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      { file: 'docs/guide.md', text: 'The backend is https://api.old.ex.ai.' },
      { file: 'app/client.py', text: '# The backend is https://api.old.ex.ai.' },
      { file: 'config/app.yaml', text: 'url: https://api.old.ex.ai' },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"' },
      { file: 'web/client.ts', text: "export const url = 'https://api.old.ex.ai';" },
    ],
  },
} satisfies ReasonPage;
