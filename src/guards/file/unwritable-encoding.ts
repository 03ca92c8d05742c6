import type { ReasonPage } from '../reason-page.ts';

export const unwritableEncoding = {
  code: 'unwritable-encoding',
  title: 'an encoding that redomain does not write',
  sentence: ({ encoding }) => `the file is in ${encoding}, which redomain does not write`,
  why: `redomain writes UTF-8, UTF-16 with a byte order mark, and Latin-1. In another encoding it could not be sure that all
other bytes stay the same.`,
  settle: 'Save the file as UTF-8, or replace the host by hand.',
  occurs: `The bytes of a file show an encoding such as UTF-32, or UTF-16 without a byte order mark, and the file names a retired
host.`,
} satisfies ReasonPage;
