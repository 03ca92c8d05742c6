import type { ReasonPage } from '../reason-page.ts';

export const literalByConfiguration = {
  code: 'literal-by-configuration',
  title: 'literal by the configuration',
  sentence: () => 'the configuration asks for a literal',
} satisfies ReasonPage;
