import type { ReasonPage } from '../reason-page.ts';

export const plainScript = {
  code: 'plain-script',
  title: 'a script that is no module',
  sentence: () => 'this file is a script, not a module',
  why: 'The file has neither imports nor exports. An `import` would make a module of it, with its own scope and strict mode.',
  settle: 'Nothing has to be done. Add `export {}` if the file is meant to be a module.',
  examples: {
    holds: [
      { file: 'web/global.js', text: "window.apiUrl = 'https://api.old.ex.ai';" },
      { file: 'web/global.ts', text: "console.log('https://api.old.ex.ai');" },
    ],
    passes: [
      {
        file: 'web/global.ts',
        text: `console.log('https://api.old.ex.ai');
export {};`,
      },
    ],
  },
} satisfies ReasonPage;
