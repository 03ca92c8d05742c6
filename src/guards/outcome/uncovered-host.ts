import type { ReasonPage } from '../reason-page.ts';

export const uncoveredHost = {
  code: 'uncovered-host',
  title: 'no certificate for a canonical host',
  sentence: ({ host, why }) => `no certificate covers ${host}: ${why}`,
} satisfies ReasonPage;
