import type { ReasonPage } from '../reason-page.ts';

export const uncoveredHost = {
  code: 'uncovered-host',
  title: 'no certificate for a canonical host',
  sentence: ({ host, why }) => `no certificate covers ${host}: ${why}`,
  why: 'Clients refuse a host that its certificate does not cover. A wildcard covers exactly one label (RFC 9525).',
  settle: 'Add the name to a certificate, or correct `certificates` in the configuration.',
  occurs: 'The configuration has `certificates`, and none of them covers a canonical host.',
} satisfies ReasonPage;
