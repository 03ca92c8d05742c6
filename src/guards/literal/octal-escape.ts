import type { ReasonPage } from '../reason-page.ts';

export const octalEscape = {
  code: 'octal-escape',
  title: 'an octal escape',
  sentence: () => 'this text has an octal escape',
  why: 'An octal escape such as `\\101` is a syntax error in a template.',
  settle: 'Nothing has to be done. Write the escape as `\\x41` if the text should use a constant.',
  examples: {
    holds: [{ file: 'web/client.js', text: "module.exports = 'https://api.old.ex.ai/\\101';" }],
    passes: [
      {
        file: 'web/client.js',
        text: `import './a.js';
export const url = 'https://api.old.ex.ai/\\x41';`,
      },
    ],
  },
} satisfies ReasonPage;
