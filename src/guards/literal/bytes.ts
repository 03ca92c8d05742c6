import type { ReasonPage } from '../reason-page.ts';

export const bytes = {
  code: 'bytes',
  title: 'bytes',
  sentence: () => 'these are bytes, and the constant is text',
  why: '`b"…"` is bytes in Python, and a constant of the domain module is text. Bytes cannot be interpolated.',
  settle: 'Nothing has to be done.',
  occurs: 'A text of bytes would otherwise get a constant. In findings such a place has the code `no-name-in-text`.',
} satisfies ReasonPage;
