import type { ReasonPage } from '../reason-page.ts';

export const canonical = {
  code: 'canonical',
  title: 'canonical already',
  sentence: () => 'this host is canonical already',
  why: 'The host is the canonical one, and no constant can or should take its place.',
  settle: 'Nothing has to be done.',
  occurs: 'The place is counted as `current`, and no finding has this code.',
} satisfies ReasonPage;
