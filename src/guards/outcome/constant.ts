import type { ReasonPage } from '../reason-page.ts';

export const constant = {
  code: 'constant',
  title: 'becomes a constant',
  sentence: ({ service }) => `it becomes the constant of ${service}`,
} satisfies ReasonPage;
