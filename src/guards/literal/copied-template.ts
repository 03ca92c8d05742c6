import type { ReasonPage } from '../reason-page.ts';

export const copiedTemplate = {
  code: 'copied-template',
  title: 'a template that is copied',
  sentence: () => 'this template is copied to users',
} satisfies ReasonPage;
