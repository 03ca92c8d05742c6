import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const comparedText = {
  code: 'compared-text',
  title: 'compared with another place',
  sentence: (detail) => `the program compares it with what is ${stateOf(detail)} on line ${detail.line}`,
} satisfies ReasonPage;
