import type { ReasonPage } from '../reason-page.ts';

export const renamedHost = {
  code: 'renamed-host',
  title: 'a rename, of no service',
  sentence: () => 'this host is a rename, which has no constant',
} satisfies ReasonPage;
