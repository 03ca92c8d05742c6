import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const hostMapping = {
  code: 'host-mapping',
  title: 'a mapping from one host to another',
  sentence: () => 'the line maps one host to another',
  why: `An arrow between two hosts says that one leads to the other. After a rewrite the line could lead from a host to
itself.`,
  settle: 'Rewrite the line by hand, or keep it: it may describe the move.',
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      { file: 'docs/moves.md', text: 'https://auth.old.ex.ai -> https://api.old.ex.ai' },
      { file: 'app/client.py', text: '# https://auth.old.ex.ai → https://api.old.ex.ai' },
    ],
    passes: [
      { file: 'docs/moves.md', text: 'https://auth.old.ex.ai leads to the log-in page.' },
      { file: 'app/client.py', text: '# see https://api.old.ex.ai' },
    ],
  },
  holds: (occurrence, view) => saidAt(occurrence, view)?.isArrow === true,
} satisfies Guard;
