import type { ReasonPage } from '../reason-page.ts';

export const contradictedEncoding = {
  code: 'contradicted-encoding',
  title: 'a byte order mark that contradicts the coding cookie',
  sentence: ({ encoding }) => `the file has the byte order mark of UTF-8, and its coding cookie says ${encoding}`,
} satisfies ReasonPage;
