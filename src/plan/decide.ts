import { splice } from '../core/edits.ts';
import { leadsToUser } from '../core/hits.ts';
import type { Matcher } from '../core/match.ts';
import { type Decision, type Occurrence, type View, viewOf } from '../core/occurrence.ts';
import { aboutRetired, wrongOnPurpose } from '../guards/about.ts';
import { allowList } from '../guards/acceptor.ts';
import { identifierUrl, pinnedArtefact } from '../guards/artefact.ts';
import { ambiguousBare } from '../guards/bare.ts';
import { collidingKeys } from '../guards/keys.ts';
import { doubledInLists } from '../guards/lists.ts';
import { recordedOutput } from '../guards/record.ts';
import { leadsOn, partsLabel } from '../guards/renamed.ts';
import { doubledRoutes } from '../guards/routes.ts';
import { partedByScheme } from '../guards/schemes.ts';
import { spreadHolds } from '../guards/together.ts';
import type { Literal, Placement, Reading } from '../types/language.ts';
import type { DomainModule, Policy } from '../types/policy.ts';
import type { SourceFile } from '../types/source.ts';
import { bindingFor } from './constant-for.ts';
import { declinedAmong, leftAlone, withDeclined } from './declined.ts';
import { keyOf } from './keyed.ts';
import type { Situation } from './situation.ts';

/** Decides every occurrence of a file, before it is known whether the module can be imported there. Same order as `occurrences`. */
export function decide(file: SourceFile, reading: Reading, occurrences: readonly Occurrence[], situation: Situation): Decision[] {
  const view = viewOf(file, reading, occurrences);
  const declined = declinedAmong(occurrences, situation.declined);
  const holds = withDeclined(view, declined, heldForReview(view, situation));
  return occurrences.map((occurrence) => {
    const decision = decideOne(occurrence, holds.get(occurrence), view, situation);
    return leftAlone(decision, declined.get(occurrence));
  });
}

function decideOne(occurrence: Occurrence, held: string | undefined, view: View, situation: Situation): Decision {
  const { standing, hit } = occurrence;
  const { policy, delivery } = situation;
  const split = splitHost(occurrence, situation.matcher);
  const hold = split ?? held ?? (hit.form === 'email' ? undefined : situation.hold);
  const keep = (reason: string): Decision => settled(occurrence, 'keep', 'retired-host', reason);
  if (standing.state === 'unknown' && split === undefined) {
    const listed = situation.kept !== undefined || delivery === 'keep' || hit.form !== 'plain';
    if (listed) return settled(occurrence, 'current', 'unknown-host', 'nothing to say about');
    const ignored = situation.suppressions.serve(hit.start, 'unknown-host');
    if (ignored !== undefined) return settled(occurrence, 'suppressed', 'unknown-host', ignored);
    return settled(occurrence, 'keep', 'unknown-host', 'a host that no service, rename or module knows');
  }
  if (standing.state === 'canonical' && split === undefined) return decideCanonical(occurrence, view, situation, hold);
  const reviewed = hold !== undefined || (hit.form === 'email' && policy.emails === 'review');
  const suppressed = situation.suppressions.serve(hit.start, reviewed ? 'needs-review' : 'retired-host');
  if (suppressed !== undefined) return settled(occurrence, 'suppressed', 'retired-host', suppressed);
  if (situation.kept) return keep(situation.kept);
  if (delivery === 'keep') return keep('kept by the configuration');
  if (occurrence.literal?.use === 'record') return keep('recorded output');
  if (hit.form === 'email') {
    if (policy.emails === 'keep') return keep('an e-mail address');
    if (policy.emails === 'review' || situation.readOnly || leadsOn(standing))
      return { ...settled(occurrence, 'review', 'needs-review', 'an e-mail address'), unsafe: true };
    return deliver(occurrence, view, situation, policy.emails === 'reference');
  }
  if (hold !== undefined) {
    const mechanical =
      standing.state === 'retired' && !leadsOn(standing) && hit.form === 'plain' && occurrence.literal !== undefined;
    if (situation.unsafe && mechanical && !situation.readOnly)
      return { occurrence, verdict: 'literal', rule: 'needs-review', unsafe: true, reason: hold, edits: standing.edits };
    return { occurrence, verdict: 'review', rule: 'needs-review', unsafe: true, reason: hold, edits: [] };
  }
  return deliver(occurrence, view, situation, true);
}

/** A decision that may be carried out unasked. */
function settled(
  occurrence: Occurrence,
  verdict: Decision['verdict'],
  rule: Decision['rule'],
  reason: string,
  edits: Decision['edits'] = [],
): Decision {
  return { occurrence, verdict, rule, unsafe: false, reason, edits };
}

function deliver(occurrence: Occurrence, view: View, situation: Situation, mayRefer: boolean): Decision {
  const { standing, literal } = occurrence;
  const edits = standing.state === 'retired' ? standing.edits : [];
  const literally = (reason: string): Decision => settled(occurrence, 'literal', 'retired-host', reason, edits);
  if (!mayRefer) return literally(`${literal?.kind ?? 'text'}, host characters only`);
  const found = referenceFor(occurrence, situation);
  if (typeof found === 'string') return literally(found);
  // Who suppresses what the canonical host would be reported for wants it written out.
  const wanted = callsForConstant(occurrence, view, situation.policy)
    ? situation.suppressions.serve(occurrence.hit.start, 'hard-coded-host')
    : undefined;
  if (wanted !== undefined) return settled(occurrence, 'literal', 'hard-coded-host', wanted, edits);
  return {
    occurrence,
    verdict: 'reference',
    rule: 'retired-host',
    unsafe: false,
    reason: `the constant of ${standing.state === 'retired' ? standing.service : ''}`,
    edits: found.edits,
    placement: found.placement,
  };
}

function decideCanonical(occurrence: Occurrence, view: View, situation: Situation, hold: string | undefined): Decision {
  const current = settled(occurrence, 'current', 'hard-coded-host', 'canonical already');
  if (situation.kept || situation.delivery === 'keep') return current;
  const found = referenceFor(occurrence, situation);
  if (typeof found === 'string' || !callsForConstant(occurrence, view, situation.policy)) return current;
  const suppressed = situation.suppressions.serve(occurrence.hit.start, 'hard-coded-host');
  if (suppressed !== undefined) return settled(occurrence, 'suppressed', 'hard-coded-host', suppressed);
  if (hold !== undefined) return current;
  return {
    ...current,
    verdict: 'reference',
    reason: 'a constant of the domain module has this value',
    placement: found.placement,
  };
}

/** Whether a canonical host calls for a constant where one is possible. */
function callsForConstant(occurrence: Occurrence, view: View, { emails }: Policy): boolean {
  const { hit, literal } = occurrence;
  if (hit.form !== 'plain' || literal?.use === 'pattern') return false;
  const emailsStay = emails === 'keep' || emails === 'review';
  if (emailsStay && literal && view.hasRetiredEmail(literal)) return false;
  return (hit.authority || !ambiguousCanonical(occurrence)) && !wrongOnPurpose(occurrence, view);
}

/** A bare canonical host among other text is left to its author, and so is one that is shown: a constant beside it would part the text. */
function ambiguousCanonical({ hit, literal }: Occurrence): boolean {
  return !literal || literal.shown === true || hit.start !== literal.body.start || hit.end !== literal.body.end;
}

/** Where the constant goes, or why there can be none. */
function referenceFor(occurrence: Occurrence, situation: Situation): ReturnType<typeof bindingFor> | string {
  const module = mayRefer(occurrence.literal, situation);
  if (typeof module === 'string') return module;
  const found = bindingFor(occurrence, module.bindings);
  return typeof found === 'string' || says(situation.text, occurrence, found.placement)
    ? found
    : 'written in another way than the constant';
}

/** The module of whose constants one may stand in a text, or why none may. */
function mayRefer(literal: Literal | undefined, { delivery, module }: Situation): DomainModule | string {
  if (literal?.kind !== 'string') return `${kindName(literal)}, host characters only`;
  if (delivery === 'literal') return 'literal by the configuration';
  if (!module) return 'no module for this file';
  return literal.blocked ?? module;
}

/** Whether the constant is what stands there, hosts mapped, to the letter: a program may compare it. */
function says(text: string, { standing }: Occurrence, { span, binding }: Placement): boolean {
  const edits =
    standing.state === 'retired' ? standing.edits.filter(({ start, end }) => span.start <= start && end <= span.end) : [];
  return splice(text, edits, span) === binding.value;
}

function kindName(literal: Literal | undefined): string {
  if (!literal) return 'code';
  return literal.kind === 'prose' ? 'text' : literal.kind;
}

/** Why occurrences are held for review, each with the most telling reason. */
function heldForReview(view: View, situation: Situation): Map<Occurrence, string> {
  const group: Grouped = {
    keys: collidingKeys(view),
    parted: partedByScheme(view),
    routes: doubledRoutes(view),
    doubled: doubledInLists(view, (literal) => typeof mayRefer(literal, situation) !== 'string'),
  };
  const holds = new Map<Occurrence, string>();
  for (const occurrence of view.occurrences) {
    const reason = holdOf(occurrence, view, situation.policy, group) ?? twinOf(occurrence, view, situation.twins);
    if (reason !== undefined) holds.set(occurrence, reason);
  }
  return spreadHolds(view, holds);
}

function twinOf(occurrence: Occurrence, { file }: View, twins: Situation['twins']): string | undefined {
  if (!twins || occurrence.standing.state !== 'retired' || occurrence.hit.form === 'email') return undefined;
  return twins.get(keyOf(occurrence, file) ?? '');
}

/** What the guards found that look at several occurrences at once. */
interface Grouped {
  readonly keys: ReadonlySet<Literal>;
  readonly parted: ReadonlyMap<Occurrence, string>;
  readonly routes: ReadonlySet<Occurrence>;
  readonly doubled: ReadonlySet<Occurrence>;
}

/** Directly behind a host, what would begin another one if a name stood before it. */
const RUNS_ON = /^(?:\*+(?:\\{0,4}\.)?|\\{1,4}\.|\.[.*]+)(?!(?:https?|wss?):\/\/)-*[A-Za-z0-9]/i;

function holdOf(
  occurrence: Occurrence,
  view: View,
  policy: Policy,
  { keys, parted, routes, doubled }: Grouped,
): string | undefined {
  const { standing, literal, hit } = occurrence;
  if (hit.form === 'email') return undefined;
  if (leadsOn(standing)) return 'a host whose new name is retired as well';
  if (hit.user) return 'user information before the host of an address';
  const { text } = view.file;
  const { end } = standing.span;
  if (literal?.continued && end === literal.body.end) return 'a host that may go on in the text behind it';
  if (standing.state !== 'partial' && RUNS_ON.test(text.slice(end, end + 20))) return 'an address that runs into another host';
  if (standing.state === 'partial') {
    const hosts = shortList(standing.candidates);
    return hit.hole ? `a host put together at run time, maybe ${hosts}` : `a domain suffix, of ${hosts}`;
  }
  if (standing.state === 'canonical' && literal && keys.has(literal)) return 'a key that would become equal to another one';
  if (standing.state !== 'retired') return undefined;
  if (!literal) return view.reading.failure ?? 'part of the code, in no text';
  if (hit.form === 'escaped') return 'a pattern with escaped dots, which may have to accept both hosts';
  if (partsLabel(hit.host, standing.to.host)) return 'a wildcard for a whole label, which would become one for a part';
  if (literal.joined && hit.start === literal.body.start) return 'a host whose beginning may stand in the text before it';
  const { from } = standing.entry;
  const exposed = from.path !== undefined && standing.to.path === undefined;
  if (exposed && (/^:\w/.test(text.slice(end, end + 2)) || leadsToUser(text, end))) {
    return 'a path prefix before an "@" or ":", which would come to belong to the host';
  }
  if (/(?<!\\)(?:\\\\)*\\$/.test(text.slice(Math.max(0, hit.start - 20), hit.start)))
    return 'a host behind a backslash, which may begin an escape';
  const ownPort = hit.port !== undefined && from.port === undefined;
  if (ownPort && from.path === undefined && (standing.to.path !== undefined || standing.to.port !== undefined)) {
    return 'a port of its own, where the canonical address has a port or a path';
  }
  return (
    recordedOutput(occurrence, view) ??
    (keys.has(literal) ? 'a key that would become equal to another one' : undefined) ??
    useHold(occurrence, literal) ??
    aboutRetired(occurrence, view) ??
    identifierUrl(occurrence, view) ??
    pinnedArtefact(occurrence, view) ??
    parted.get(occurrence) ??
    (routes.has(occurrence) ? 'a route that would have the same host as another one' : undefined) ??
    (doubled.has(occurrence) ? 'a list that would name the same host twice' : undefined) ??
    allowList(occurrence, view) ??
    ambiguousBare(occurrence, view, policy)
  );
}

/** A known host directly behind an unknown text, which may be the rest of a retired one. */
function splitHost({ hit, literal, standing }: Occurrence, matcher: Matcher): string | undefined {
  if (standing.state === 'retired' || standing.state === 'partial' || hit.form !== 'plain') return undefined;
  if (!literal?.joined || hit.start !== literal.body.start) return undefined;
  const hosts = matcher.completions(hit.host);
  return hosts.length > 0 ? `a host put together from parts, maybe ${shortList(hosts)}` : undefined;
}

function shortList(hosts: readonly string[]): string {
  return hosts.slice(0, 3).join(', ') + (hosts.length > 3 ? ', …' : '');
}

function useHold({ hit, standing }: Occurrence, literal: Literal): string | undefined {
  switch (literal.use) {
    case 'pattern':
      return 'part of a pattern, which may have to accept both hosts';
    case 'negated':
      return 'a test that this host is not there';
    case 'replaced':
      return 'search text or replacement of a text substitution';
    case 'type':
      return 'a type made of this text';
    case 'affix': {
      const whole = (hit.schemeSpan?.start ?? hit.start) === literal.body.start && standing.span.end === literal.body.end;
      return whole || hit.scheme ? undefined : 'a test of a part of a text';
    }
    default:
      return undefined;
  }
}
