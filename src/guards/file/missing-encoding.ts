import type { ReasonPage } from '../reason-page.ts';

export const missingEncoding = {
  code: 'missing-encoding',
  title: 'no coding cookie',
  sentence: () => 'the file is not UTF-8 and has no coding cookie',
  why: `The file has bytes that are not UTF-8 and no coding cookie (PEP 263), so Python refuses it. redomain does not guess
what the bytes mean.`,
  settle: 'Save the file as UTF-8, or add a coding cookie such as `# -*- coding: latin-1 -*-`.',
  occurs: 'A `.py` file has bytes that are not UTF-8, and its first two lines name no encoding.',
} satisfies ReasonPage;
