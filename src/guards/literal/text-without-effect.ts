import type { ReasonPage } from '../reason-page.ts';

export const textWithoutEffect = {
  code: 'text-without-effect',
  title: 'a text without effect',
  sentence: () => 'this text has no effect',
  why: `A string that is a statement by itself does nothing; people use it as a comment. A constant there would be an import
for nothing.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `def fetch():
    run()
    f"https://api.old.ex.ai"`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `def fetch():
    return f"https://api.old.ex.ai"`,
      },
    ],
  },
} satisfies ReasonPage;
