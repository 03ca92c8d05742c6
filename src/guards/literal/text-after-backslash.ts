import type { ReasonPage } from '../reason-page.ts';

export const textAfterBackslash = {
  code: 'text-after-backslash',
  title: 'a text after a backslash',
  sentence: () => 'a backslash stands before this text',
  why: `The backslash before this address belongs to its first character. In a template it would stand before the \`\${\` of the
constant.`,
  settle: 'Nothing has to be done. Remove the backslash if it has no purpose.',
  examples: {
    holds: [{ file: 'web/client.ts', text: "export const url = 'see \\https://api.old.ex.ai';" }],
    passes: [{ file: 'web/client.ts', text: "export const url = 'see https://api.old.ex.ai';" }],
  },
} satisfies ReasonPage;
