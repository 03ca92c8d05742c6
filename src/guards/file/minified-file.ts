import type { ReasonPage } from '../reason-page.ts';

export const minifiedFile = {
  code: 'minified-file',
  title: 'a minified bundle',
  sentence: () => 'this file is a minified bundle',
  why: 'A build writes this file. Its source is what has to change.',
  settle: 'Build again after the sources have changed.',
  examples: {
    holds: [{ file: 'web/widget.min.js', text: 'const a="https://api.old.ex.ai",b=fetch(a);' }],
    passes: [{ file: 'web/widget.ts', text: 'export const a = "https://api.old.ex.ai";' }],
  },
} satisfies ReasonPage;
