import type { ReasonPage } from '../reason-page.ts';

export const contradictedEncoding = {
  code: 'contradicted-encoding',
  title: 'a byte order mark that contradicts the coding cookie',
  sentence: ({ encoding }) => `the file has the byte order mark of UTF-8, and its coding cookie says ${encoding}`,
  why: 'The byte order mark says UTF-8 and the coding cookie names another encoding. Python refuses such a file.',
  settle: 'Remove the byte order mark or correct the coding cookie.',
  occurs: 'A `.py` file begins with the byte order mark of UTF-8 and names another encoding in its coding cookie.',
} satisfies ReasonPage;
