import type { ReasonPage } from '../reason-page.ts';

export const sameFunction = {
  code: 'same-function',
  title: 'the same host in one function',
  sentence: ({ line }) => `the same host is for review on line ${line} of this function`,
  why: `Another place of the same function says something about this host, for example that it is retired or must not appear.
The function is read as a whole, so all of its places stay together.`,
  settle: 'Settle the place on the line that the report names. This one then follows.',
  deliver: ['literal'],
  examples: {
    holds: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    log_in("https://api.old.ex.ai/v1")
    assert url != "https://api.old.ex.ai"`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('moves', () => {
  const url = fetch('https://api.old.ex.ai/v1');
  expect(url).not.toBe('https://api.old.ex.ai');
});`,
      },
    ],
    passes: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    log_in("https://api.old.ex.ai/v1")
    assert url != "https://auth.old.ex.ai"`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('moves', () => {
  const url = fetch('https://api.old.ex.ai/v1');
  expect(url).toBe(1);
});`,
      },
    ],
  },
  looksAround: true,
} satisfies ReasonPage;
