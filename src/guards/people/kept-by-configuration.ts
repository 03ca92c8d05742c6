import type { ReasonPage } from '../reason-page.ts';

export const keptByConfiguration = {
  code: 'kept-by-configuration',
  title: 'kept by the configuration',
  sentence: () => 'the configuration keeps it',
} satisfies ReasonPage;
