import type { ReasonPage } from '../reason-page.ts';

export const moduleSpecifier = {
  code: 'module-specifier',
  title: 'a module specifier',
  sentence: () => 'this text names a module',
  why: 'The specifier of an import has to be a literal, because it is read before the program runs.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/remote.ts',
        text: `import remote from 'https://api.old.ex.ai/m.js';
export { remote };`,
      },
    ],
    passes: [{ file: 'web/remote.ts', text: "export const remote = load('https://api.old.ex.ai/m.js');" }],
  },
} satisfies ReasonPage;
