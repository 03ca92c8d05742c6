import type { ReasonPage } from '../reason-page.ts';

export const invalidEncoding = {
  code: 'invalid-encoding',
  title: 'bytes that are not valid in their encoding',
  sentence: ({ encoding }) => `the file is not valid in its encoding, ${encoding}`,
} satisfies ReasonPage;
