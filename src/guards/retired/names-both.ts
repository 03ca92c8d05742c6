import type { Guard } from '../guard.ts';
import { hasCanonicalOf } from './has-canonical-of.ts';
import { saidAt } from './said-by-line.ts';

export const namesBoth = {
  code: 'names-both',
  title: 'a text that names the canonical host as well',
  sentence: ({ where }) => `the same ${where} names the canonical host as well`,
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
} satisfies Guard;
