import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const nestedAddress = {
  code: 'nested-address',
  title: 'within another address',
  sentence: (detail) => `this host stands within an address that is ${stateOf(detail)} on line ${detail.line}`,
  why: 'The host is a part of an address that stays. A rewrite of the inner host would change that address as well.',
  settle: 'Settle the place on the line that the report names. This one then follows.',
  deliver: ['literal'],
  occurs: `A retired address with a path holds another retired host, as a pattern such as \`https://www.old.ex.ai/docs\` or an
address before an \`@\` can, and the outer one is for review.`,
  looksAround: true,
} satisfies ReasonPage;
