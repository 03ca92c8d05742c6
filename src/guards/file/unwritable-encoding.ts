import type { ReasonPage } from '../reason-page.ts';

export const unwritableEncoding = {
  code: 'unwritable-encoding',
  title: 'an encoding that redomain does not write',
  sentence: ({ encoding }) => `the file is in ${encoding}, which redomain does not write`,
} satisfies ReasonPage;
