import type { ReasonPage } from '../reason-page.ts';

export const nestedTooDeeply = {
  code: 'nested-too-deeply',
  title: 'a file that is nested too deeply',
  sentence: () => 'the file is nested too deeply to be read',
} satisfies ReasonPage;
