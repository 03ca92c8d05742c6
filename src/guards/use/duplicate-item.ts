import type { Guard } from '../guard.ts';
import { doubledIn } from '../lists/doubled-items.ts';

export const duplicateItem = {
  code: 'duplicate-item',
  title: 'a list that would name one host twice',
  sentence: () => 'this list would name one host twice',
  why: `Two different items of this list would become the same host. redomain does not remove an item, because its place in
the list may matter.`,
  settle: 'Remove one of the items by hand. redomain changes the one that is left.',
  deliver: ['literal', 'keep'],
  examples: {
    holds: [
      { file: 'app/mirrors.py', text: 'MIRRORS = ["https://api.old.ex.ai", "https://backend-7f3a.run.example.net"]' },
      { file: 'config/app.env', text: 'MIRRORS=https://api.old.ex.ai,https://auth.old.ex.ai' },
      {
        file: 'docs/guide.md',
        text: `- https://api.old.ex.ai
- https://auth.old.ex.ai`,
      },
    ],
    passes: [
      { file: 'app/mirrors.py', text: 'MIRRORS = ["https://api.old.ex.ai", "https://app.old.ex.ai"]' },
      { file: 'config/app.env', text: 'MIRRORS=https://api.old.ex.ai,https://app.old.ex.ai' },
    ],
  },
  holds: (occurrence, view) => doubledIn(view).has(occurrence),
  looksAround: true,
} satisfies Guard;
