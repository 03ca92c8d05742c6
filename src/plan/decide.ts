import { isTestFile } from '../../transforms/languages.ts';
import { leadsOn, type Matcher } from '../core/match.ts';
import { type Decision, type Occurrence, type View, viewOf } from '../core/occurrence.ts';
import { fewHosts } from '../guards/few-hosts.ts';
import { REASONS } from '../guards/reasons.ts';
import { wrongOnPurpose } from '../guards/retired/wrong-on-purpose.ts';
import type { Reading } from '../types/language.ts';
import type { Policy } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';
import { type Hold, holdsIn, isMechanical, isSettledAsLiteral } from './holds.ts';
import { moduleFor, referenceFor } from './reference.ts';
import type { Situation } from './situation.ts';

/** Decides every occurrence of a file, before it is known whether the module can be imported there. Same order as `occurrences`. */
export function decide(file: SourceFile, reading: Reading, occurrences: readonly Occurrence[], situation: Situation): Decision[] {
  const mayRefer: View['mayRefer'] = (literal) => !('refused' in moduleFor(literal, situation));
  const view = viewOf({ file, isTest: isTestFile(file.path), reading, policy: situation.policy, mayRefer, occurrences });
  const declined = declinedAmong(occurrences, situation.constraints.unchanged);
  const holds = holdsIn(view, situation, declined);
  return occurrences.map((occurrence) => {
    const decision = decideOne(occurrence, holds.get(occurrence), view, situation);
    return leftAlone(decision, declined.get(occurrence));
  });
}

function decideOne(occurrence: Occurrence, held: Hold | undefined, view: View, situation: Situation): Decision {
  const { standing, hit } = occurrence;
  const split = splitHost(occurrence, situation.matcher);
  const { review, isFirm } = situation.constraints;
  const ofFile = hit.form === 'email' ? undefined : asReview(review);
  const hold = (isFirm ? ofFile : undefined) ?? asReview(split) ?? held ?? ofFile;
  if (standing.state === 'unknown' && split === undefined) return decideUnknown(occurrence, situation);
  if (standing.state === 'canonical' && split === undefined) return decideCanonical(occurrence, view, situation, hold);
  return decideRetired(occurrence, view, situation, hold);
}

function asReview(reason: Reason | undefined): Hold | undefined {
  return reason && { reason, verdict: 'review' };
}

/** Of a retired host, or one that may be: first what people have said, then what it is a record of, then what the guards say. */
function decideRetired(occurrence: Occurrence, view: View, situation: Situation, hold: Hold | undefined): Decision {
  const { hit } = occurrence;
  const { policy, constraints, suppressions } = situation;
  const isReviewed = hold !== undefined || (hit.form === 'email' && policy.emails === 'review');
  const suppressed = suppressions.serve(hit.start, isReviewed ? 'needs-review' : 'retired-host');
  const keep = (reason: Reason): Decision => settled(occurrence, 'keep', 'retired-host', reason);
  if (suppressed !== undefined) return settled(occurrence, 'suppressed', 'retired-host', saidBy(suppressed));
  if (constraints.keep) return keep(constraints.keep);
  if (occurrence.literal?.use === 'record') return keep({ code: 'recorded-cell' });
  if (hit.form === 'email') return decideEmail(occurrence, view, situation);
  if (hold?.verdict === 'keep') return keep(hold.reason);
  // What hangs on other hosts is gone once they have changed: then the place is like any other.
  const isLifted = hold?.verdict === 'literal' && REASONS[hold.reason.code].looksAround === true;
  if (isLifted) return { ...deliver(occurrence, view, situation), reason: hold.reason };
  return hold ? decideHeld(occurrence, situation, hold) : deliver(occurrence, view, situation);
}

function decideUnknown(occurrence: Occurrence, { constraints, suppressions }: Situation): Decision {
  const { hit } = occurrence;
  const reason: Reason = { code: 'unknown-host' };
  if (constraints.keep || hit.form !== 'plain') return settled(occurrence, 'current', 'unknown-host', reason);
  const suppressed = suppressions.serve(hit.start, 'unknown-host');
  if (suppressed !== undefined) return settled(occurrence, 'suppressed', 'unknown-host', saidBy(suppressed));
  return settled(occurrence, 'keep', 'unknown-host', reason);
}

function decideEmail(occurrence: Occurrence, view: View, situation: Situation): Decision {
  const { policy, constraints } = situation;
  const reason: Reason = { code: 'email-address' };
  if (policy.emails === 'keep') return settled(occurrence, 'keep', 'retired-host', reason);
  if (policy.emails === 'review' || constraints.isFirm || leadsOn(occurrence.standing))
    return { ...settled(occurrence, 'review', 'needs-review', reason), unsafe: true };
  return policy.emails === 'reference' ? deliver(occurrence, view, situation) : literally(occurrence, reason);
}

function decideHeld(occurrence: Occurrence, { unsafe, constraints }: Situation, { reason, verdict }: Hold): Decision {
  const isPossible = isMechanical(occurrence) && !constraints.isFirm;
  if (verdict === 'literal' && isPossible) return literally(occurrence, reason);
  if (unsafe && isPossible) return { ...literally(occurrence, reason), rule: 'needs-review', unsafe: true };
  return { ...settled(occurrence, 'review', 'needs-review', reason), unsafe: true };
}

/** A decision that may be carried out unasked. */
function settled(
  occurrence: Occurrence,
  verdict: Decision['verdict'],
  rule: Decision['rule'],
  reason: Reason,
  edits: Decision['edits'] = [],
): Decision {
  return { occurrence, verdict, rule, unsafe: false, reason, edits };
}

function literally(occurrence: Occurrence, reason: Reason, rule: Decision['rule'] = 'retired-host'): Decision {
  const { standing } = occurrence;
  return settled(occurrence, 'literal', rule, reason, standing.state === 'retired' ? standing.edits : []);
}

function saidBy(why: string): Reason {
  return { code: 'suppressed', detail: { why } };
}

function deliver(occurrence: Occurrence, view: View, situation: Situation): Decision {
  const { standing } = occurrence;
  const found = referenceFor(occurrence, situation);
  if ('refused' in found) return literally(occurrence, found.refused);
  // Who suppresses what the canonical host would be reported for wants it written out.
  const wanted = callsForConstant(occurrence, view, situation.policy)
    ? situation.suppressions.serve(occurrence.hit.start, 'hard-coded-host')
    : undefined;
  if (wanted !== undefined) return literally(occurrence, saidBy(wanted), 'hard-coded-host');
  const service = (standing.state === 'retired' && standing.service) || '';
  return {
    ...settled(occurrence, 'reference', 'retired-host', { code: 'constant', detail: { service } }, found.edits),
    placement: found.placement,
  };
}

function decideCanonical(occurrence: Occurrence, view: View, situation: Situation, hold: Hold | undefined): Decision {
  const current = settled(occurrence, 'current', 'hard-coded-host', { code: 'canonical' });
  if (situation.constraints.keep) return current;
  const found = referenceFor(occurrence, situation);
  if ('refused' in found || !callsForConstant(occurrence, view, situation.policy)) return current;
  const suppressed = situation.suppressions.serve(occurrence.hit.start, 'hard-coded-host');
  if (suppressed !== undefined) return settled(occurrence, 'suppressed', 'hard-coded-host', saidBy(suppressed));
  if (hold !== undefined || isSettledAsLiteral(occurrence, view, situation)) return current;
  return { ...current, verdict: 'reference', reason: { code: 'hard-coded' }, placement: found.placement };
}

/** Whether a canonical host calls for a constant where one is possible. */
function callsForConstant(occurrence: Occurrence, view: View, { emails }: Policy): boolean {
  const { hit, literal } = occurrence;
  if (hit.form !== 'plain' || literal?.use === 'pattern') return false;
  const emailsStay = emails === 'keep' || emails === 'review';
  if (emailsStay && literal && view.hasRetiredEmail(literal)) return false;
  return (hit.authority || !isAmbiguous(occurrence)) && !wrongOnPurpose(occurrence, view);
}

/** A bare canonical host among other text is left to its author, and so is one that is shown: a constant beside it would part the text. */
function isAmbiguous({ hit, literal }: Occurrence): boolean {
  return !literal || literal.shown === true || hit.start !== literal.body.start || hit.end !== literal.body.end;
}

/** A known host directly behind an unknown text, which may be the rest of a retired one. */
function splitHost({ hit, literal, standing }: Occurrence, matcher: Matcher): Reason | undefined {
  if (standing.state === 'retired' || standing.state === 'partial' || hit.form !== 'plain') return undefined;
  if (!literal?.joined || hit.start !== literal.body.start) return undefined;
  const hosts = matcher.completions(hit.host);
  return hosts.length > 0 ? { code: 'split-host', detail: { hosts: fewHosts(hosts) } } : undefined;
}

/** The occurrences that a person has declined, each with its reason. */
function declinedAmong(occurrences: readonly Occurrence[], unchanged: ReadonlyMap<number, Reason>): Map<Occurrence, Reason> {
  const found = new Map<Occurrence, Reason>();
  if (unchanged.size === 0) return found;
  for (const occurrence of occurrences) {
    const reason = unchanged.get(occurrence.standing.span.start);
    if (reason !== undefined) found.set(occurrence, reason);
  }
  return found;
}

/** A decision as it is after a person has declined it: what would change is for review. */
function leftAlone(decision: Decision, reason: Reason | undefined): Decision {
  if (reason === undefined) return decision;
  return withheld(decision, 'needs-review', reason);
}

/** A decision that cannot be carried out: what would change is for review. */
export function withheld(decision: Decision, rule: Decision['rule'], reason: Reason): Decision {
  if (decision.verdict !== 'reference' && decision.verdict !== 'literal') return decision;
  return { ...decision, placement: undefined, verdict: 'review', rule, unsafe: true, reason, edits: [] };
}
