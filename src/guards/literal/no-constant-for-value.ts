import type { ReasonPage } from '../reason-page.ts';

export const noConstantForValue = {
  code: 'no-constant-for-value',
  title: 'no constant with this value',
  sentence: () => 'no constant holds this value',
} satisfies ReasonPage;
