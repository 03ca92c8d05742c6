import type { ReasonPage } from '../reason-page.ts';

export const stubFile = {
  code: 'stub-file',
  title: 'a stub file',
  sentence: () => 'this is a stub file',
} satisfies ReasonPage;
