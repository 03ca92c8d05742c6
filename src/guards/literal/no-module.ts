import type { ReasonPage } from '../reason-page.ts';

export const noModule = {
  code: 'no-module',
  title: 'no domain module for the file',
  sentence: () => 'no domain module serves this file',
  why: `No entry under \`modules\` has this file in its \`scope\`, or the file never imports modules of the project:
\`conftest.py\`, \`setup.py\`, a stub or a template that is copied.`,
  settle: 'Nothing has to be done. If the file should use constants, add it to the `scope` of a module.',
  examples: {
    holds: [
      { file: 'setup.py', text: 'setup(name="app", url="https://api.old.ex.ai")' },
      { file: 'web/types.d.ts', text: "export const url: string = 'https://api.old.ex.ai';" },
    ],
    passes: [{ file: 'app/client.py', text: 'URL = "https://api.old.ex.ai"' }],
  },
} satisfies ReasonPage;
