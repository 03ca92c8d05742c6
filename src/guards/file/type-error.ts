import type { ReasonPage } from '../reason-page.ts';

export const typeError = {
  code: 'type-error',
  title: 'a type error',
  sentence: ({ error }) => `a constant here causes a type error: ${error}`,
  why: 'redomain type-checks TypeScript files with their constants. This file would have an error that it does not have now.',
  settle: `Widen the type that the text has to fit, for example from a literal type to \`string\`. Or write the address by hand.`,
  occurs: `A TypeScript file gets a constant, and its type check reports a new error. The file then gets literals, or stays for
review if literals cause the error as well.`,
} satisfies ReasonPage;
