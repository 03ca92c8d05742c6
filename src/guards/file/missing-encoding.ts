import type { ReasonPage } from '../reason-page.ts';

export const missingEncoding = {
  code: 'missing-encoding',
  title: 'no coding cookie',
  sentence: () => 'the file is not UTF-8 and has no coding cookie',
} satisfies ReasonPage;
