import { isForPeople } from '../for-people.ts';
import type { Guard } from '../guard.ts';
import { wordsOf } from '../words.ts';
import { RETIRED_SUBJECT } from './vocabulary.ts';

export const retiredScope = {
  code: 'retired-scope',
  title: 'a function or test about retired hosts',
  sentence: ({ name }) => `\`${name}\` is about retired hosts`,
  why: `The name of the function or test says that it is about a retired host, for example that a deprecated address is
refused. With the canonical host in its place it would test something else.`,
  settle: `Keep the host if the function has to know it, with \`redomain-ignore needs-review -- reason\`. Remove the function when
the retired host is gone.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      {
        file: 'tests/test_client.py',
        text: `def test_deprecated_host_is_refused():
    assert refuses("https://api.old.ex.ai")`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('refuses the legacy host', () => {
  expect(refuses('https://api.old.ex.ai')).toBe(true);
});`,
      },
    ],
    passes: [
      {
        file: 'tests/test_client.py',
        text: `def test_host_is_known():
    assert knows("https://api.old.ex.ai")`,
      },
      {
        file: 'web/client.test.ts',
        text: `it('knows the host', () => {
  expect(knows('https://api.old.ex.ai')).toBe(true);
});`,
      },
    ],
  },
  speaksOfHost: true,
  holds({ literal }) {
    if (!literal || isForPeople(literal)) return false;
    const name = literal.scope.split(/ > |\./).at(-1) ?? '';
    return wordsOf(name).some((word) => RETIRED_SUBJECT.has(word)) && { name };
  },
} satisfies Guard;
