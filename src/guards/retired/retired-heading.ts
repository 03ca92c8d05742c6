import type { Guard } from '../guard.ts';
import { saidAt } from './said-by-line.ts';

export const retiredHeading = {
  code: 'retired-heading',
  title: 'below a heading about retired hosts',
  sentence: () => 'the heading or lead-in above is about retired hosts',
  why: `The list, table or code block stands below a heading, or a line that ends with a colon, about retired hosts. With the
canonical host in it, the list would call the right host retired.`,
  settle: `Rewrite the section by hand, or keep it with \`<!-- redomain-disable needs-review -- reason -->\` before it and \`<!--
redomain-enable -->\` after it.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      {
        file: 'docs/guide.md',
        text: `## Deprecated hosts

- https://api.old.ex.ai`,
      },
      {
        file: 'docs/guide.rst',
        text: `These hosts are no longer available:

- https://api.old.ex.ai`,
      },
    ],
    passes: [
      {
        file: 'docs/guide.md',
        text: `## Hosts

- https://api.old.ex.ai`,
      },
      {
        file: 'docs/guide.rst',
        text: `These hosts are available:

- https://api.old.ex.ai`,
      },
    ],
  },
  holds: (occurrence, view) => saidAt(occurrence, view)?.isBelow === true,
} satisfies Guard;
