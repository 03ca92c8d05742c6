import type { Decision, Occurrence, View } from '../core/occurrence.ts';
import { movingWith } from '../guards/together.ts';

/** Places of one file that a person wants left as they are: why, by the offset at which the host begins. */
export type Declined = ReadonlyMap<number, string>;

/** The occurrences that are declined, each with its reason. */
export function declinedAmong(occurrences: readonly Occurrence[], declined: Declined | undefined): Map<Occurrence, string> {
  const found = new Map<Occurrence, string>();
  if (!declined) return found;
  for (const occurrence of occurrences) {
    const reason = declined.get(occurrence.standing.span.start);
    if (reason !== undefined) found.set(occurrence, reason);
  }
  return found;
}

/** Holds, with what must not move without a declined place: the other side of a comparison, a host within the same address. */
export function withDeclined(
  view: View,
  declined: ReadonlyMap<Occurrence, string>,
  holds: ReadonlyMap<Occurrence, string>,
): ReadonlyMap<Occurrence, string> {
  return declined.size === 0 ? holds : new Map([...movingWith(view, declined.keys()), ...holds]);
}

/** A decision as it is after a person has declined it: what would change is for review. */
export function leftAlone(decision: Decision, reason: string | undefined): Decision {
  if (reason === undefined || (decision.verdict !== 'reference' && decision.verdict !== 'literal')) return decision;
  const { placement: _, ...rest } = decision;
  return { ...rest, verdict: 'review', rule: 'needs-review', unsafe: true, reason, edits: [] };
}
