import type { ReasonPage } from '../reason-page.ts';

export const taggedTemplate = {
  code: 'tagged-template',
  title: 'a tagged template',
  sentence: () => 'the tag of this template sees its source text',
} satisfies ReasonPage;
