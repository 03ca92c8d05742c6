import type { ReasonPage } from '../reason-page.ts';

export const moduleDiffers = {
  code: 'module-differs',
  title: 'a domain module differs',
  sentence: () => 'the domain module differs from the configuration',
} satisfies ReasonPage;
