import { leadsToUser } from '../../core/hits.ts';
import type { Guard } from '../guard.ts';

export const exposedAuthority = {
  code: 'exposed-authority',
  title: 'a path prefix before "@" or ":"',
  sentence: () => 'without its path prefix, this address would take the "@" or ":" after it as part of the host',
  why: `The entry of the configuration has a path, the canonical address has none. Without the path, the \`@\` or \`:\` that
follows would belong to the host and give the address another meaning.`,
  settle: 'Rewrite the address by hand, with a `/` between the new host and what follows.',
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'config/app.env', text: 'DOCS=https://www.old.ex.ai/docs:latest' },
      { file: 'web/client.ts', text: "export const docs = 'https://www.old.ex.ai/docs:latest';" },
    ],
    passes: [
      { file: 'config/app.env', text: 'DOCS_URL=https://www.old.ex.ai/docs/latest' },
      { file: 'web/client.ts', text: "export const docs = 'https://www.old.ex.ai/docs/latest';" },
    ],
  },
  holds({ standing }, { file: { text } }) {
    if (standing.state !== 'retired' || standing.entry.from.path === undefined || standing.to.path !== undefined) return false;
    const { end } = standing.span;
    return /^:\w/.test(text.slice(end, end + 2)) || leadsToUser(text, end);
  },
} satisfies Guard;
