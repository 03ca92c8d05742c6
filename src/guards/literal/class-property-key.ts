import type { ReasonPage } from '../reason-page.ts';

export const classPropertyKey = {
  code: 'class-property-key',
  title: 'the name of a class property',
  sentence: () => 'the name of a class property has to be a literal or one constant',
  why: `TypeScript accepts only a literal or a single constant as the computed name of a class property, and this name is more
than the address.`,
  settle: 'Nothing has to be done.',
  examples: {
    holds: [
      {
        file: 'web/client.ts',
        text: `export class Handlers {
  'https://api.old.ex.ai/v1' = 1;
}`,
      },
    ],
    passes: [
      {
        file: 'web/client.ts',
        text: `export class Handlers {
  'https://api.old.ex.ai' = 1;
}`,
      },
    ],
  },
} satisfies ReasonPage;
