import type { ReasonPage } from '../reason-page.ts';

export const configurationFile = {
  code: 'configuration-file',
  title: 'the configuration',
  sentence: () => 'this file is the configuration',
  why: 'The configuration names the retired hosts, so it has to keep them.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'redomain.yaml',
        text: `rename:
  api.old.ex.ai: new.ex.ai`,
      },
    ],
    passes: [{ file: 'config/redomain-notes.txt', text: 'The backend is https://api.old.ex.ai.' }],
  },
} satisfies ReasonPage;
