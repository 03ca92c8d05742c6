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
    const verdict = settled(reason.code);
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
    { reason, verdict: settled(reason.code) ?? 'review' },
  ]);
  return new Map([...review, ...kept]);
}

/** The first guard that holds at a place. */
function guardedBy(occurrence: Occurrence, view: View): Reason | undefined {
  const { hit, standing } = occurrence;
  if (hit.form === 'email') return undefined;
  for (const { code, standings = RETIRED, holds } of GUARDS) {
    const detail = standings.includes(standing.state) && holds(occurrence, view);
    if (detail) return detail === true ? { code } : { code, detail };
  }
  return undefined;
}

const RETIRED: NonNullable<Guard['standings']> = ['retired'];

function linkedKeyOf(occurrence: Occurrence, { file }: View, keys: ReadonlyMap<string, Reason>): Reason | undefined {
  if (keys.size === 0 || occurrence.standing.state !== 'retired' || occurrence.hit.form === 'email') return undefined;
  return keys.get(keyOf(occurrence, file) ?? '');
}

/** Whether the hosts's characters can be replaced where a person would have to decide. */
export function isMechanical({ standing, hit, literal }: Occurrence): boolean {
  return standing.state === 'retired' && !leadsOn(standing) && hit.form === 'plain' && literal !== undefined;
}
