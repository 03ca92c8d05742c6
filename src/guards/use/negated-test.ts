import type { Guard } from '../guard.ts';

export const negatedTest = {
  code: 'negated-test',
  title: 'a test that a host is absent',
  sentence: () => 'this test expects the host not to be there',
  why: `The program checks that this host is absent or refused. With the canonical host in its place, the check would refuse
the right host or would test nothing.`,
  settle: `Keep the retired host if the test proves that it is gone. Say so on the line: \`redomain-ignore needs-review -- proves
that the old host is gone\`.`,
  deliver: ['keep'],
  examples: {
    holds: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    assert url() != "https://api.old.ex.ai"`,
      },
      { file: 'web/client.test.ts', text: "expect(url()).not.toBe('https://api.old.ex.ai');" },
    ],
    passes: [
      {
        file: 'tests/test_client.py',
        text: `def test_url():
    assert url() == "https://api.old.ex.ai"`,
      },
      { file: 'web/client.test.ts', text: "expect(url()).toBe('https://api.old.ex.ai');" },
    ],
  },
  speaksOfHost: true,
  holds: ({ literal }) => literal?.use === 'negated',
} satisfies Guard;
