import type { ReasonPage } from '../reason-page.ts';

export const noConstantForValue = {
  code: 'no-constant-for-value',
  title: 'no constant with this value',
  sentence: () => 'no constant has this value',
  why: 'An adopted module has only the constants that you wrote, and none has the canonical host alone.',
  settle: 'Add such a constant to the module, or leave the literal.',
  occurs: `The domain module is adopted, and the text has the host without a scheme, or with another one than the module's
constants.`,
} satisfies ReasonPage;
