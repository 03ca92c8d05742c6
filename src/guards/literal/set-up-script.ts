import type { ReasonPage } from '../reason-page.ts';

export const setUpScript = {
  code: 'set-up-script',
  title: 'a set-up script',
  sentence: () => 'this set-up script runs before the package is installed',
  why: '`setup.py` builds the package, so it cannot import the domain module from the package.',
  settle: 'Nothing has to be done.',
  occurs: `The transform for jscodeshift is run on \`setup.py\`. In a run of redomain such a file has no domain module
(\`no-module\`).`,
} satisfies ReasonPage;
