import type { ReasonPage } from '../reason-page.ts';

export const formatSpecification = {
  code: 'format-specification',
  title: 'a format specification',
  sentence: () => 'this text is a format specification',
} satisfies ReasonPage;
