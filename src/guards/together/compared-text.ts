import type { ReasonPage } from '../reason-page.ts';
import { stateOf } from './state-of.ts';

export const comparedText = {
  code: 'compared-text',
  title: 'compared with another place',
  sentence: (detail) => `the program compares this text with one that is ${stateOf(detail)} on line ${detail.line}`,
  why: `The program compares two texts, for example the input and the expectation of a test. If only one of them changed, the
comparison would fail.`,
  settle: 'Settle the place on the line that the report names. This one then follows.',
  deliver: ['literal'],
  examples: {
    holds: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    # The API is asked by its bare name.
    assert check("api.old.ex.ai") == "https://api.old.ex.ai/v1"`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('asks', () => {
  expect(ask('api.old.ex.ai')).toBe('https://api.old.ex.ai/v1');
});`,
      },
    ],
    passes: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    assert check("https://api.old.ex.ai") == "https://api.old.ex.ai/v1"`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('asks', () => {
  expect(ask()).toBe('https://api.old.ex.ai/v1');
});`,
      },
    ],
  },
  looksAround: true,
} satisfies ReasonPage;
