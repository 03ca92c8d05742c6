import type { ReasonPage } from '../reason-page.ts';

export const moduleMissing = {
  code: 'module-missing',
  title: 'a domain module is missing',
  sentence: () => 'the domain module is missing',
} satisfies ReasonPage;
