import type { ReasonPage } from '../reason-page.ts';

export const minifiedFile = {
  code: 'minified-file',
  title: 'a minified bundle',
  sentence: () => 'this is a minified bundle',
} satisfies ReasonPage;
