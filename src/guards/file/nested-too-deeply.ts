import type { ReasonPage } from '../reason-page.ts';

export const nestedTooDeeply = {
  code: 'nested-too-deeply',
  title: 'a file that is nested too deeply',
  sentence: () => 'the file is nested too deeply to be read',
  why: 'The parser ran out of stack. redomain does not edit a file that it could not read.',
  settle: 'Replace the host by hand, or keep the file. Such a file is usually generated.',
  occurs: 'Expressions, lists or elements of a file are nested thousands of levels deep.',
} satisfies ReasonPage;
