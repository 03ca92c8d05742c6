import type { ReasonPage } from '../reason-page.ts';

export const invalidEncoding = {
  code: 'invalid-encoding',
  title: 'bytes that are invalid in their encoding',
  sentence: ({ encoding }) => `the file is invalid in its encoding, ${encoding}`,
  why: 'The coding cookie names an encoding, and the bytes of the file are not valid in it. Python refuses such a file.',
  settle: 'Correct the coding cookie, or save the file in the encoding that it names.',
  occurs: `The coding cookie of a \`.py\` file says UTF-8, ASCII or an encoding of the EUC family, and the file has bytes that are
invalid there.`,
} satisfies ReasonPage;
