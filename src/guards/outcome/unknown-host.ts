import type { ReasonPage } from '../reason-page.ts';

export const unknownHost = {
  code: 'unknown-host',
  title: 'a host that the configuration does not know',
  sentence: () => 'no service, rename or module names this host',
  why: `The host is below a domain under \`apex\`, and the configuration does not say what it is. It may be a new service or a
mistyped name.`,
  settle: `Add the host to a service or under \`rename\`. If it is a host of its own, suppress it: \`redomain-ignore unknown-host --
reason\`.`,
  examples: {
    holds: [
      { file: 'app/client.py', text: 'URL = "https://v2.nobody.ex.ai"' },
      { file: 'docs/guide.md', text: 'Nobody knows https://v2.nobody.ex.ai.' },
    ],
    passes: [
      { file: 'app/client.py', text: 'URL = "https://new.ex.ai"' },
      { file: 'docs/guide.md', text: 'Everybody knows https://api.old.ex.ai.' },
    ],
  },
} satisfies ReasonPage;
