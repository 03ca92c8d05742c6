import type { Guard } from '../guard.ts';
import { hasCanonicalOf } from './has-canonical-of.ts';
import { saidAt } from './said-by-line.ts';

export const beforeAndAfter = {
  code: 'before-and-after',
  title: 'a pair of lines: before and after',
  sentence: () => 'this line and the next to it show a host before and after a change',
  why: `Two neighbouring lines show the same thing before and after a change, one with the retired and one with the canonical
host. After a rewrite both lines would be the same.`,
  settle: `Keep both lines while the change is worth telling: \`<!-- redomain-ignore needs-review -- reason -->\`. Otherwise remove
the old one.`,
  deliver: ['keep', 'literal'],
  examples: {
    holds: [
      {
        file: 'docs/guide.md',
        text: `Before https://api.old.ex.ai/v1
After https://new.ex.ai/v1`,
      },
      {
        file: 'app/client.py',
        text: `# old https://api.old.ex.ai/v1
# new https://new.ex.ai/v1`,
      },
    ],
    passes: [
      {
        file: 'docs/guide.md',
        text: `First https://api.old.ex.ai/v1
Then https://new.ex.ai/v1`,
      },
      {
        file: 'app/client.py',
        text: `# one https://api.old.ex.ai/v1
# two https://new.ex.ai/v1`,
      },
    ],
  },
  holds: (occurrence, view) =>
    saidAt(occurrence, view)?.paired.some((canonicals) => hasCanonicalOf(occurrence, canonicals)) === true,
  looksAround: true,
} satisfies Guard;
