import type { ReasonPage } from '../reason-page.ts';

/** What a person did, or what followed from it, by the detail `how`. */
const DECLINED: Readonly<Record<string, string>> = {
  skip: 'you skipped it',
  keep: 'it is to be kept, and no comment can say so here',
  open: 'it is not answered yet',
  dependent: 'it reads otherwise without what you skipped',
};

export const declined = {
  code: 'declined',
  title: 'left by a person',
  sentence: ({ how }) => DECLINED[how ?? ''] ?? 'a person left this place',
  why: `In an interactive run, somebody skipped this place, kept it, or has not answered yet. What depends on a skipped place
stays with it.`,
  settle: 'Run `redomain --write --interactive` again and accept the change, or change the place by hand.',
  occurs: '`redomain --write --interactive` asks about every pattern of changes.',
} satisfies ReasonPage;
