import type { ReasonPage } from '../reason-page.ts';

export const selfDocumentingField = {
  code: 'self-documenting-field',
  title: 'a self-documenting field',
  sentence: () => 'this field shows its own source text',
} satisfies ReasonPage;
