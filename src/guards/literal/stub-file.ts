import type { ReasonPage } from '../reason-page.ts';

export const stubFile = {
  code: 'stub-file',
  title: 'a stub file',
  sentence: () => 'this file is a stub',
  why: 'A `.pyi` file is read by type checkers and never run.',
  settle: 'Nothing has to be done.',
  occurs: `The transform for jscodeshift is run on a \`.pyi\` file. In a run of redomain such a file has no domain module
(\`no-module\`).`,
} satisfies ReasonPage;
