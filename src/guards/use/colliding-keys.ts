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
  title: 'a key that would become equal to another one',
  sentence: () => 'this key would become equal to another key',
  standings: ['retired', 'canonical'],
  speaksOfHost: true,
  holds: ({ literal }, view) => literal !== undefined && collidingIn(view).has(literal),
} satisfies Guard;
