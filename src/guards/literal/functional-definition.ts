import type { ReasonPage } from '../reason-page.ts';

export const functionalDefinition = {
  code: 'functional-definition',
  title: 'names of a functional definition',
  sentence: () => 'this call defines a type from literals',
} satisfies ReasonPage;
