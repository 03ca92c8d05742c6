import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const searchedText = {
  code: 'searched-text',
  title: 'looked for by another place',
  sentence: (detail) => `what is ${stateOf(detail)} on line ${detail.line} looks for it`,
} satisfies ReasonPage;
