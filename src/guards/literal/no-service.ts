import type { ReasonPage } from '../reason-page.ts';

export const noService = {
  code: 'no-service',
  title: 'a host of no service',
  sentence: () => 'this host belongs to no service',
  why: 'Constants belong to services, and the configuration names no service for this host.',
  settle: 'Nothing has to be done. If the host should have a constant, make it a service under `environments`.',
  occurs: 'A place would get a constant, and its host is neither retired nor canonical.',
} satisfies ReasonPage;
