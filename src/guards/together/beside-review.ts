import type { ReasonPage } from '../reason-page.ts';

export const besideReview = {
  code: 'beside-review',
  title: 'beside a place for review',
  sentence: () => 'a host beside this one is for review',
  why: `A canonical host stands beside a retired host that is for review because of it. If this host became a constant, the
next run would no longer see why the other one stays.`,
  settle: 'Settle the retired host beside it. Nothing has to be done about this one.',
  occurs: `A canonical host stands in the same text or expression as a retired host that is for review. It is counted as
\`current\`, and no finding has this code.`,
  looksAround: true,
} satisfies ReasonPage;
