import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const retiredLine = {
  code: 'retired-line',
  title: 'a line about a retired host',
  sentence: () => 'the line is about a retired host',
  why: `The line says that something is deprecated, renamed or not to be used. With the canonical host in it, the line would
advise against the right host.`,
  settle: 'Reword the line by hand. In a document about the move, keep it: `<!-- redomain-ignore needs-review -- reason -->`.',
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'docs/guide.md', text: 'Do not use https://api.old.ex.ai.' },
      { file: 'app/client.py', text: '# Formerly https://api.old.ex.ai' },
      { file: 'deploy/run.sh', text: '# migrated from https://api.old.ex.ai' },
    ],
    passes: [
      { file: 'docs/guide.md', text: 'Use https://api.old.ex.ai.' },
      { file: 'app/client.py', text: '# The backend: https://api.old.ex.ai' },
    ],
  },
  holds: (occurrence, view) => saidAt(occurrence, view)?.isRetirement === true,
} satisfies Guard;
