import type { ReasonPage } from '../reason-page.ts';

export const inlineSnapshot = {
  code: 'inline-snapshot',
  title: 'an inline snapshot',
  sentence: () => 'the test runner rewrites this inline snapshot',
  why: 'The test runner compares the snapshot with what the program makes, and writes it anew as a literal.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'web/client.test.ts', text: "expect(url()).toMatchInlineSnapshot('https://api.old.ex.ai');" }],
    passes: [{ file: 'web/client.test.ts', text: "expect(url()).toBe('https://api.old.ex.ai');" }],
  },
} satisfies ReasonPage;
