import type { ReasonPage } from '../reason-page.ts';

export const lockFile = {
  code: 'lock-file',
  title: 'a lock file',
  sentence: () => 'this is a lock file',
} satisfies ReasonPage;
