import type { ReasonPage } from '../reason-page.ts';

export const pythonUtf16 = {
  code: 'python-utf16',
  title: 'Python in UTF-16',
  sentence: () => 'the file is in UTF-16, which Python cannot read',
  why: 'Python does not run source code in UTF-16. Either the file is never run, or another tool converts it first.',
  settle: 'Save the file as UTF-8, or replace the host by hand.',
  occurs: 'A `.py` file begins with the byte order mark of UTF-16.',
} satisfies ReasonPage;
