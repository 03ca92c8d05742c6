import type { ReasonPage } from '../reason-page.ts';

export const startOfStatement = {
  code: 'start-of-statement',
  title: 'a text at the start of a statement',
  sentence: () => 'this text starts a statement',
  why: `A template or a name at the start of a statement could be read as the end of the statement before it, if that has no
semicolon.`,
  settle: 'Nothing has to be done. Assign the text to a variable if it should become a constant.',
  examples: {
    holds: [
      {
        file: 'web/client.js',
        text: `import './a.js'

'https://api.old.ex.ai/v1'.split('/')`,
      },
    ],
    passes: [
      {
        file: 'web/client.js',
        text: `import './a.js'

export const parts = ('https://api.old.ex.ai/v1').concat('/')`,
      },
    ],
  },
} satisfies ReasonPage;
