import { splice } from '../../core/edits.ts';
import type { Occurrence, View } from '../../core/occurrence.ts';
import { partitionPoint } from '../../core/partition-point.ts';
import { remembering } from '../../core/remembering.ts';
import type { Literal, Relation } from '../../types/language.ts';
import type { Edit, Span } from '../../types/source.ts';
import type { Guard } from '../guard.ts';

/** Literals that are keys of one collection and would become equal, so that entries were lost. */
const collidingIn = remembering((view: View): ReadonlySet<Literal> => {
  const colliding = new Set<Literal>();
  for (const relation of view.reading.relations)
    if (relation.kind === 'keys') for (const member of collisionsOf(relation, view)) colliding.add(member);
  return colliding;
});

function collisionsOf(relation: Relation, view: View): Literal[] {
  const byText = new Map<string, { before: Set<string>; members: Literal[] }>();
  for (const [index, member] of relation.members.entries()) {
    const { text } = view.file;
    const part = relation.parts?.[index] ?? member.body;
    const after = splice(text, mappedEdits(view.inLiteral.get(member) ?? [], part), part);
    const group = byText.get(after) ?? { before: new Set<string>(), members: [] };
    group.before.add(text.slice(part.start, part.end));
    group.members.push(member);
    byText.set(after, group);
  }
  return [...byText.values()].filter((group) => group.before.size > 1).flatMap((group) => group.members);
}

/** The edits of occurrences, which are sorted, within a part of their literal. */
function mappedEdits(occurrences: readonly Occurrence[], { start, end }: Span): Edit[] {
  const edits: Edit[] = [];
  let index = partitionPoint(occurrences.length, (at) => occurrences[at]!.hit.start < start);
  for (; index < occurrences.length && occurrences[index]!.hit.start <= end; index++) {
    const { standing } = occurrences[index]!;
    if (standing.state === 'retired') edits.push(...standing.edits.filter((edit) => start <= edit.start && edit.end <= end));
  }
  return edits;
}

export const collidingKeys = {
  code: 'colliding-keys',
  title: 'a key that would equal another key',
  sentence: () => 'this key would equal another key',
  why: `Two different keys of one collection would become the same key. One of the entries would be lost, or the file would
not load.`,
  settle: 'Merge the entries by hand: choose which value the canonical host gets, and remove the other entry.',
  deliver: ['keep'],
  examples: {
    holds: [
      { file: 'app/table.py', text: 'WEIGHTS = {"https://api.old.ex.ai": 1, "https://auth.old.ex.ai": 2}' },
      {
        file: 'config/weights.json',
        text: `{
  "https://api.old.ex.ai": 1,
  "https://auth.old.ex.ai": 2
}`,
      },
      {
        file: 'config/weights.yaml',
        text: `hosts:
  api.old.ex.ai: 1
  auth.old.ex.ai: 2`,
      },
    ],
    passes: [
      { file: 'app/table.py', text: 'WEIGHTS = {"https://api.old.ex.ai": 1, "https://app.old.ex.ai": 2}' },
      {
        file: 'config/weights.json',
        text: `{
  "https://api.old.ex.ai": 1,
  "https://app.old.ex.ai": 2
}`,
      },
    ],
  },
  standings: ['retired', 'canonical'],
  speaksOfHost: true,
  holds: ({ literal }, view) => literal !== undefined && collidingIn(view).has(literal),
  looksAround: true,
} satisfies Guard;
