import type { ReasonPage } from '../reason-page.ts';

export const hoistedMock = {
  code: 'hoisted-mock',
  title: 'a mock that is hoisted above the imports',
  sentence: () => 'the test runner moves this mock above the imports',
} satisfies ReasonPage;
