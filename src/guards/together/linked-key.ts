import type { ReasonPage } from '../reason-page.ts';

export const linkedKey = {
  code: 'linked-key',
  title: 'a key that another file has',
  sentence: ({ place }) => `the same key is for review in ${place}`,
  why: `A key of data and the code that looks it up, or a message and its translation, must change together. In the place that
the report names the key is for review.`,
  settle: 'Settle the place that the report names. This one then follows.',
  deliver: ['literal'],
  occurs: `Two files have the same key, such as a message in a translation catalogue and the call that looks it up, and one of
them is for review.`,
  looksAround: true,
} satisfies ReasonPage;
