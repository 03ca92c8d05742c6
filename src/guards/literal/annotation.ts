import type { ReasonPage } from '../reason-page.ts';

export const annotation = {
  code: 'annotation',
  title: 'an annotation',
  sentence: () => 'this text is an annotation',
  why: 'Python and its type checkers read an annotation as a type. A constant in its place would be another type.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `def fetch(url: "https://api.old.ex.ai"):
    pass`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `def fetch(url="https://api.old.ex.ai"):
    pass`,
      },
    ],
  },
} satisfies ReasonPage;
