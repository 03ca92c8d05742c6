import type { ReasonPage } from '../reason-page.ts';

export const browserScript = {
  code: 'browser-script',
  title: 'a script that the browser runs as it is',
  sentence: () => 'the browser runs this script as it is',
} satisfies ReasonPage;
