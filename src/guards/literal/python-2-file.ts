import type { ReasonPage } from '../reason-page.ts';

export const python2File = {
  code: 'python-2-file',
  title: 'a file that Python 2 may run',
  sentence: () => 'Python 2 may run this file',
} satisfies ReasonPage;
