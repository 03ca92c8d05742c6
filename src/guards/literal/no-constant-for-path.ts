import type { ReasonPage } from '../reason-page.ts';

export const noConstantForPath = {
  code: 'no-constant-for-path',
  title: 'no constant with this path and scheme',
  sentence: () => 'no constant holds this path with this scheme',
} satisfies ReasonPage;
