import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const sameText = {
  code: 'same-text',
  title: 'the same text as another place',
  sentence: (detail) => `the same text holds what is ${stateOf(detail)} on line ${detail.line}`,
} satisfies ReasonPage;
