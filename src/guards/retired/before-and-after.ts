import type { Guard } from '../guard.ts';
import { hasCanonicalOf } from './has-canonical-of.ts';
import { saidAt } from './said-by-line.ts';

export const beforeAndAfter = {
  code: 'before-and-after',
  title: 'a pair of lines, before and after',
  sentence: () => 'this line and the one beside it show before and after',
  holds: (occurrence, view) =>
    saidAt(occurrence, view)?.paired.some((canonicals) => hasCanonicalOf(occurrence, canonicals)) === true,
} satisfies Guard;
