import type { ReasonPage } from '../reason-page.ts';

export const sourceMap = {
  code: 'source-map',
  title: 'a source map',
  sentence: () => 'this is a source map',
} satisfies ReasonPage;
