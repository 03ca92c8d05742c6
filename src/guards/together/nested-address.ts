import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const nestedAddress = {
  code: 'nested-address',
  title: 'within another address',
  sentence: (detail) => `it stands within an address that is ${stateOf(detail)} on line ${detail.line}`,
} satisfies ReasonPage;
