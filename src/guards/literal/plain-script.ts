import type { ReasonPage } from '../reason-page.ts';

export const plainScript = {
  code: 'plain-script',
  title: 'a script',
  sentence: () => 'this file is a script, not a module',
} satisfies ReasonPage;
