import type { ReasonPage } from '../reason-page.ts';

export const unlikeAscii = {
  code: 'unlike-ascii',
  title: 'an encoding unlike ASCII',
  sentence: ({ encoding }) => `in the encoding ${encoding}, a byte may be another character than in ASCII`,
  why: `In encodings such as Shift JIS, GBK and UTF-7, a part of a character can look like a quote or a brace. redomain cannot
be sure where a text ends.`,
  settle: 'Save the file as UTF-8, or replace the host by hand.',
  examples: {
    holds: [
      {
        file: 'app/client.py',
        text: `# -*- coding: shift_jis -*-
URL = "https://api.old.ex.ai"`,
      },
    ],
    passes: [
      {
        file: 'app/client.py',
        text: `# -*- coding: utf-8 -*-
URL = "https://api.old.ex.ai"`,
      },
    ],
  },
} satisfies ReasonPage;
