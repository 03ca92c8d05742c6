import type { ReasonPage } from '../reason-page.ts';

export const hoistedMock = {
  code: 'hoisted-mock',
  title: 'a mock that is moved above the imports',
  sentence: () => 'the test runner moves this mock above the imports',
  why: 'Jest and Vitest move `mock` calls above all imports. A constant in the factory would be used before it is imported.',
  settle: 'Nothing has to be done.',
  examples: {
    holds: [{ file: 'web/client.test.ts', text: "vi.mock('./settings', () => ({ url: 'https://api.old.ex.ai' }));" }],
    passes: [{ file: 'web/client.test.ts', text: "vi.spyOn(settings, 'https://api.old.ex.ai');" }],
  },
} satisfies ReasonPage;
