import type { ReasonPage } from '../reason-page.ts';

export const changedConstant = {
  code: 'changed-constant',
  title: 'a constant that the file changes',
  sentence: ({ name }) => `the file changes \`${name}\``,
} satisfies ReasonPage;
