import type { ReasonPage } from '../reason-page.ts';

export const pythonUtf16 = {
  code: 'python-utf16',
  title: 'Python in UTF-16',
  sentence: () => 'the file is in UTF-16, which Python cannot read',
} satisfies ReasonPage;
