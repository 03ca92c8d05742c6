import type { Guard } from '../guard.ts';
import { hasCanonicalOf } from './has-canonical-of.ts';
import { saidAt } from './said-by-line.ts';

export const namesBoth = {
  code: 'names-both',
  title: 'a text that names the canonical host as well',
  sentence: ({ where }) => `the same ${where} names the canonical host as well`,
  why: `A text, line or expression that names the retired host and its canonical host is usually about the move itself: a
redirect, a table from old to new, a migration note. After a rewrite it would lead from the new host to the new host.`,
  settle: `Keep it while the move is going on, with \`redomain-ignore needs-review -- reason\`. Remove the redirect or the entry
when the old host is gone.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'app/redirects.py', text: 'MOVED = {"https://api.old.ex.ai": "https://new.ex.ai"}' },
      { file: 'docs/guide.md', text: '`API_URL` was https://api.old.ex.ai, it is https://new.ex.ai now.' },
      { file: 'deploy/nginx.conf', text: 'return 301 https://new.ex.ai$request_uri; # from https://api.old.ex.ai' },
      { file: 'web/hosts.ts', text: "export const host = query.get('host') || ['https://api.old.ex.ai', 'https://new.ex.ai'];" },
    ],
    passes: [
      { file: 'app/redirects.py', text: 'MOVED = {"https://api.old.ex.ai": "https://www.example.com"}' },
      { file: 'docs/guide.md', text: '`API_URL` is https://api.old.ex.ai.' },
    ],
  },
  speaksOfHost: true,
  holds(occurrence, view) {
    const { literal } = occurrence;
    if (!literal) return false;
    const said = saidAt(occurrence, view);
    if (said) return hasCanonicalOf(occurrence, said.canonicals) && { where: 'line' };
    const seeks = literal.use !== undefined;
    for (const relation of view.relationsOf.get(literal) ?? [])
      if (relation.kind !== 'keys' && hasCanonicalOf(occurrence, view.canonicalIn(relation, seeks)))
        return { where: 'expression' };
    return hasCanonicalOf(occurrence, view.canonicalIn(literal)) && { where: 'text' };
  },
  looksAround: true,
} satisfies Guard;
