import type { ReasonPage } from '../reason-page.ts';

const KINDS: Readonly<Record<string, string>> = { comment: 'a comment', docstring: 'a docstring' };

export const noNameInText = {
  code: 'no-name-in-text',
  title: 'a text in which no name can stand',
  sentence: ({ kind = '' }) => `no name can stand in ${KINDS[kind] ?? kind}`,
} satisfies ReasonPage;
