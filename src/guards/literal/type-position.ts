import type { ReasonPage } from '../reason-page.ts';

export const typePosition = {
  code: 'type-position',
  title: 'a type position',
  sentence: () => 'this text stands in the place of a type',
  why: 'The text is a type, and a constant is a value.',
  settle: 'Nothing has to be done. Values of this type change as well.',
  examples: {
    holds: [{ file: 'web/types.ts', text: "export type Base = 'https://api.old.ex.ai';" }],
    passes: [{ file: 'web/types.ts', text: "export const base = 'https://api.old.ex.ai';" }],
  },
} satisfies ReasonPage;
