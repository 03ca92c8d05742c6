import type { ReasonPage } from '../reason-page.ts';

export const enumMember = {
  code: 'enum-member',
  title: 'an enum member',
  sentence: () => 'this text is the value of an enum member',
  why: `The value of an enum member is a part of its type, and other tools read it from the source. A constant would make it a
computed member.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/types.ts',
        text: `export enum Urls {
  Api = 'https://api.old.ex.ai',
}`,
      },
    ],
    passes: [
      {
        file: 'web/types.ts',
        text: `export const Urls = {
  Api: 'https://api.old.ex.ai',
};`,
      },
    ],
  },
} satisfies ReasonPage;
