import type { ReasonPage } from '../reason-page.ts';

export const python2File = {
  code: 'python-2-file',
  title: 'a file that Python 2 may run',
  sentence: () => 'Python 2 may run this file',
  why: 'The file has imports from `__future__`, or an interpreter line, for Python 2, which has no f-strings.',
  settle: 'Nothing has to be done. Remove the import if the file runs on Python 3 only.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `from __future__ import print_function

URL = "https://api.old.ex.ai"`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `from __future__ import annotations

URL = "https://api.old.ex.ai"`,
      },
    ],
  },
} satisfies ReasonPage;
