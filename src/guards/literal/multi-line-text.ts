import type { ReasonPage } from '../reason-page.ts';

export const multiLineText = {
  code: 'multi-line-text',
  title: 'a text of several lines',
  sentence: () => 'this text has several lines',
  why: `A text in triple quotes over several lines is often a program or a document of its own. An f-string would make every
brace in it special.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'app/settings.py',
        text: `TEXT = """
API_URL: https://api.old.ex.ai
"""`,
      },
    ],
    passes: [{ file: 'app/settings.py', text: 'TEXT = """API_URL: https://api.old.ex.ai"""' }],
  },
} satisfies ReasonPage;
