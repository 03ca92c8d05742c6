import type { ReasonPage } from '../reason-page.ts';

export const renamedHost = {
  code: 'renamed-host',
  title: 'a renamed host of no service',
  sentence: () => 'this host is under `rename`, which gives it no constant',
  why: 'Constants belong to services. A host under `rename` has none, so the new host is written in place of the old one.',
  settle: 'Nothing has to be done. If the host should have a constant, make it a service under `environments`.',
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://grafana.old.ex.ai/d/1"' },
      { file: 'web/client.ts', text: "export const url = 'https://grafana.old.ex.ai/d/1';" },
    ],
    passes: [{ file: 'app/client.py', text: 'URL = "https://api.old.ex.ai/d/1"' }],
  },
} satisfies ReasonPage;
