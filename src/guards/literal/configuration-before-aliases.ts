import type { ReasonPage } from '../reason-page.ts';

export const configurationBeforeAliases = {
  code: 'configuration-before-aliases',
  title: 'a configuration that is loaded before aliases are known',
  sentence: () => 'this configuration is loaded before path aliases are known',
} satisfies ReasonPage;
