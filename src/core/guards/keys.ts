import type { Literal, Relation } from '../../types.ts';
import { type Occurrence, textAfter, type View } from '../occurrence.ts';

/** Literals that are keys of one collection and would become equal, so that entries were lost. */
export function collidingKeys(view: View): ReadonlySet<Literal> {
  const colliding = new Set<Literal>();
  for (const relation of view.reading.relations)
    if (relation.kind === 'keys') for (const member of collisionsOf(relation, view)) colliding.add(member);
  return colliding;
}

function collisionsOf(relation: Relation, view: View): Literal[] {
  const byText = new Map<string, { before: Set<string>; members: Literal[] }>();
  for (const [index, member] of relation.members.entries()) {
    const { text } = view.file;
    const part = relation.parts?.[index] ?? member.body;
    const edits = (view.inLiteral.get(member) ?? []).flatMap(mappedEdits);
    const inside = edits.filter(({ start, end }) => part.start <= start && end <= part.end);
    const after = textAfter(text, part, inside);
    const group = byText.get(after) ?? { before: new Set<string>(), members: [] };
    group.before.add(text.slice(part.start, part.end));
    group.members.push(member);
    byText.set(after, group);
  }
  return [...byText.values()].filter((group) => group.before.size > 1).flatMap((group) => group.members);
}

function mappedEdits(occurrence: Occurrence) {
  return occurrence.standing.state === 'retired' ? occurrence.standing.edits : [];
}
