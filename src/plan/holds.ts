import { leadsOn } from '../core/match.ts';
import type { Occurrence, View } from '../core/occurrence.ts';
import type { Guard } from '../guards/guard.ts';
import { GUARDS } from '../guards/order.ts';
import type { Reason } from '../types/reason.ts';
import { keyOf } from './keyed.ts';
import type { Situation } from './situation.ts';
import { movingWith, spreadHolds } from './spread-holds.ts';

/** Why a place does not simply change, and what becomes of it: a person decides, it stays, or it is written out because the configuration says so. */
export interface Hold {
  readonly reason: Reason;
  readonly verdict: 'review' | 'keep' | 'literal';
}

/** What is held of a file, each with the first reason in the order of the guards, and what has to stay with it. */
export function holdsIn(view: View, situation: Situation, declined: ReadonlyMap<Occurrence, Reason>): Map<Occurrence, Hold> {
  const { settled, constraints } = situation;
  const found = new Map<Occurrence, Reason>();
  const kept = new Map<Occurrence, Hold>();
  for (const occurrence of view.occurrences) {
    const reason = guardedBy(occurrence, view) ?? linkedKeyOf(occurrence, view, constraints.keys);
    if (reason === undefined) continue;
    const verdict = settled.as(reason.code);
    if (verdict === undefined) found.set(occurrence, reason);
    else kept.set(occurrence, { reason, verdict });
  }
  const staying = [
    ...[...kept].filter(([, { verdict }]) => verdict === 'keep').map(([occurrence]) => occurrence),
    ...declined.keys(),
  ];
  const moving = staying.length === 0 ? [] : movingWith(view, staying);
  const review = [...moving, ...spreadHolds(view, found)].map(([occurrence, reason]): [Occurrence, Hold] => [
    occurrence,
    { reason, verdict: settled.as(reason.code) ?? 'review' },
  ]);
  return new Map([...review, ...kept]);
}

/** The first guard that holds at a place. */
function guardedBy(occurrence: Occurrence, view: View, isAsked: (guard: Guard) => boolean = () => true): Reason | undefined {
  const { hit, standing } = occurrence;
  if (hit.form === 'email') return undefined;
  for (const guard of GUARDS) {
    const { code, standings = RETIRED } = guard;
    const detail = standings.includes(standing.state) && isAsked(guard) && guard.holds(occurrence, view);
    if (detail) return detail === true ? { code } : { code, detail };
  }
  return undefined;
}

const RETIRED: NonNullable<Guard['standings']> = ['retired'];

function linkedKeyOf(occurrence: Occurrence, { file }: View, keys: ReadonlyMap<string, Reason>): Reason | undefined {
  if (keys.size === 0 || occurrence.standing.state !== 'retired' || occurrence.hit.form === 'email') return undefined;
  return keys.get(keyOf(occurrence, file) ?? '');
}

/** Whether the configuration asks for the canonical host at a canonical place of this kind: a constant there would undo it. */
export function isSettledAsLiteral(occurrence: Occurrence, view: View, { settled }: Situation): boolean {
  const { standing } = occurrence;
  if (standing.state !== 'canonical' || !settled.isAny) return false;
  // The place as it was before: its guards do not ask what other hosts stand around it.
  const entry = { from: standing.to, to: standing.to };
  const before: Occurrence = { ...occurrence, standing: { ...standing, state: 'retired', entry, edits: [] } };
  const reason = guardedBy(before, view, ({ looksAround }) => looksAround !== true);
  return reason !== undefined && settled.as(reason.code) === 'literal';
}

/** Whether the host's characters can be replaced where a person would have to decide. */
export function isMechanical({ standing, hit, literal }: Occurrence): boolean {
  return standing.state === 'retired' && !leadsOn(standing) && hit.form === 'plain' && literal !== undefined;
}
