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
} satisfies ReasonPage;
