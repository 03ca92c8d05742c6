import type { ReasonPage } from '../reason-page.ts';

export const notWritten = {
  code: 'not-written',
  title: 'a file that was not written',
  sentence: ({ failure }) => `the file was not written: ${failure}`,
  why: 'The file could not be replaced, for example because it is read-only or because it changed after the plan was made.',
  settle: 'Remove the cause that the report names and run redomain again.',
  occurs: '`redomain --write` cannot replace a file.',
} satisfies ReasonPage;
