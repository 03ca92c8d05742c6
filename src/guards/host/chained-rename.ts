import { leadsOn } from '../../core/match.ts';
import type { Guard } from '../guard.ts';

export const chainedRename = {
  code: 'chained-rename',
  title: 'a host whose new name is retired as well',
  sentence: () => 'the new name of this host is retired as well',
  why: `The configuration renames this host to a host that another entry retires. A rewrite would put a retired host into the
file, and the next run would have to change it again.`,
  settle: `Correct the configuration: let the entry under \`rename\` or \`retired\` lead straight to the final host, or remove the
entry that retires it.`,
  examples: {
    configuration: `rename:
  "*.staging.ex.ai": "*.ex.ai"
  "*-staging.ex.ai": staging.ex.ai`,
    holds: [
      { file: 'docs/guide.md', text: 'The shop is https://web-staging.staging.ex.ai.' },
      { file: 'app/client.py', text: 'URL = "https://web-staging.staging.ex.ai"' },
    ],
    passes: [
      { file: 'docs/guide.md', text: 'The shop is https://web.staging.ex.ai.' },
      { file: 'app/client.py', text: 'URL = "https://web-staging.ex.ai"' },
    ],
  },
  standings: ['retired', 'canonical', 'partial', 'unknown'],
  holds: ({ standing }) => leadsOn(standing),
} satisfies Guard;
