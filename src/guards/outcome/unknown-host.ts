import type { ReasonPage } from '../reason-page.ts';

export const unknownHost = {
  code: 'unknown-host',
  title: 'a host that the configuration does not know',
  sentence: () => 'no service, rename or module names this host',
} satisfies ReasonPage;
