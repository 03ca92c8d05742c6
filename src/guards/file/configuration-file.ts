import type { ReasonPage } from '../reason-page.ts';

export const configurationFile = {
  code: 'configuration-file',
  title: 'the configuration',
  sentence: () => 'this is the configuration itself',
} satisfies ReasonPage;
