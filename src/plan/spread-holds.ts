import { type Line, lineOf } from '../core/line.ts';
import { type Occurrence, occurrencesWithin, type View } from '../core/occurrence.ts';
import { lineStarts, positionAt } from '../core/positions.ts';
import { REASONS } from '../guards/reasons.ts';
import type { Literal, Relation } from '../types/language.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile, Span } from '../types/source.ts';

/** On one line of a configuration, hosts further apart than this are no one text. */
const NEAR = 400;

/** How a place belongs to another one. */
type Bond = 'same-text' | 'compared-text' | 'nested-address' | 'searched-text';

/** Adds what has to move together with something that is held: the same text, both sides of a comparison, the same host within one function. */
export function spreadHolds(view: View, holds: ReadonlyMap<Occurrence, Reason>): Map<Occurrence, Reason> {
  const lineAt = lineNumbers(view.file.text);
  const all = new Map([...holds, ...following(view, lineAt, holds.keys(), companions, 'review')]);
  holdSameHostInFunction(view, all, lineAt);
  holdCanonicalBeside(view, all);
  return all;
}

/** What must not move while some occurrences stay, each with its reason: both sides of a comparison, what lies within one address, what is looked for. */
export function movingWith(view: View, staying: Iterable<Occurrence>): Map<Occurrence, Reason> {
  return following(view, lineNumbers(view.file.text), staying, bound, 'left');
}

/** What of retired hosts is bound to some occurrences, and to what is bound to those, each with its reason and where. */
function following(
  view: View,
  lineAt: (offset: number) => string,
  from: Iterable<Occurrence>,
  boundTo: typeof bound,
  state: 'review' | 'left',
): Map<Occurrence, Reason> {
  const done = new Set<Literal | Relation>();
  const known = new Set(from);
  const found = new Map<Occurrence, Reason>();
  const queue = [...known];
  for (let held = queue.pop(); held; held = queue.pop()) {
    if (held.standing.state !== 'retired' || !held.literal) continue;
    for (const [other, code] of boundTo(held, held.literal, view, done)) {
      if (known.has(other) || !mayHold(other)) continue;
      known.add(other);
      found.set(other, { code, detail: { state, line: lineAt(held.hit.start) } });
      queue.push(other);
    }
  }
  return found;
}

function mayHold({ standing, hit, literal }: Occurrence): boolean {
  return standing.state === 'retired' && hit.form !== 'email' && literal !== undefined;
}

/** What moves with a held occurrence. `done` takes the literals and relations of which all members were given already. */
function* companions(
  held: Occurrence,
  literal: Literal,
  view: View,
  done: Set<Literal | Relation>,
): Iterable<readonly [Occurrence, Bond]> {
  if (literal.kind === 'prose') {
    for (const other of near(held, view)) if (other.literal === literal) yield [other, 'same-text'];
  } else if (!done.has(literal)) {
    done.add(literal);
    for (const other of view.inLiteral.get(literal) ?? []) yield [other, 'same-text'];
  }
  yield* bound(held, literal, view, done);
}

/** What moves with an occurrence although it stands in a text of its own, or in the same address. */
function* bound(
  held: Occurrence,
  literal: Literal,
  view: View,
  done: Set<Literal | Relation>,
): Iterable<readonly [Occurrence, Bond]> {
  for (const relation of view.relationsOf.get(literal) ?? []) {
    if (relation.kind !== 'compared' || done.has(relation)) continue;
    done.add(relation);
    for (const other of membersOf(relation, view)) yield [other, 'compared-text'];
  }
  for (const other of occurrencesWithin(view, held.standing.span)) yield [other, 'nested-address'];
  if (literal.use === 'affix' && held.hit.end < literal.body.end) yield* holdersOf(literal, view);
}

/** The occurrences in texts of which the literal is a part: it looks for one of them. */
function* holdersOf(literal: Literal, view: View): Iterable<readonly [Occurrence, Bond]> {
  const part = view.file.text.slice(literal.body.start, literal.body.end);
  for (const [other, occurrences] of view.inLiteral) {
    if (other === literal || other.kind !== 'string') continue;
    if (!view.file.text.slice(other.body.start, other.body.end).includes(part)) continue;
    for (const occurrence of occurrences) yield [occurrence, 'searched-text'];
  }
}

function near({ hit }: Occurrence, view: View): Occurrence[] {
  const around = occurrencesWithin(view, { start: hit.start - NEAR + 1, end: hit.end + 2 * NEAR });
  return around.filter((other) => other.hit.start < hit.start + NEAR);
}

function holdSameHostInFunction(view: View, all: Map<Occurrence, Reason>, lineAt: (offset: number) => string): void {
  const bound = new Map<string, Occurrence>();
  for (const [occurrence, reason] of all) {
    const { literal, standing, hit } = occurrence;
    if (standing.state === 'retired' && literal?.kind === 'string' && literal.scope && REASONS[reason.code].speaksOfHost) {
      bound.set(`${literal.scope}\0${hit.host}`, occurrence);
    }
  }
  if (bound.size === 0) return;
  for (const other of view.occurrences) {
    if (!mayHold(other) || other.literal?.kind !== 'string' || all.has(other)) continue;
    const held = bound.get(`${other.literal.scope}\0${other.hit.host}`);
    if (held) {
      all.set(other, { code: 'same-function', detail: { line: lineAt(held.hit.start) } });
    }
  }
}

/** A canonical host that makes a retired one beside it be held must stay where it is, or the next run would not see the reason. */
function holdCanonicalBeside(view: View, all: Map<Occurrence, Reason>): void {
  const keep = (beside: readonly Occurrence[]): void => {
    for (const other of beside) if (other.standing.state === 'canonical') all.set(other, { code: 'beside-review' });
  };
  const held = [...all.keys()].filter(({ standing }) => standing.state === 'retired');
  for (const literal of new Set(held.map((occurrence) => occurrence.literal)))
    if (literal) keep(view.inLiteral.get(literal) ?? []);
  const lines = new Set<Line>();
  for (const occurrence of held) {
    const { literal, hit } = occurrence;
    keep(directlyBehind(occurrence, view));
    if (literal?.kind !== 'string') lines.add(lineOf(view.file, hit.start));
  }
  for (const line of lines) keep(occurrencesWithin(view, neighbourhood(view.file, line)));
  for (const relation of view.reading.relations) {
    if (relation.kind === 'keys') continue;
    const beside = membersOf(relation, view);
    if (beside.some((o) => o.standing.state === 'retired' && all.has(o))) keep(beside);
  }
}

/** A host at the beginning of the text that continues the one at whose end the occurrence stands. */
function directlyBehind({ literal, standing }: Occurrence, view: View): Occurrence[] {
  if (!literal?.continued || standing.span.end !== literal.body.end) return [];
  const [next] = occurrencesWithin(view, { start: literal.span.end, end: literal.span.end + NEAR });
  const isBehind =
    next?.literal?.joined &&
    next.hit.start === next.literal.body.start &&
    /^[\s\\]*$/.test(view.file.text.slice(literal.span.end, next.literal.span.start));
  return isBehind ? [next] : [];
}

/** A line with the one above and the one below. */
function neighbourhood(file: SourceFile, { start, end }: Line): Span {
  const below = lineOf(file, Math.min(file.text.length, end + 2));
  return { start: lineOf(file, Math.max(0, start - 2)).start, end: below.end };
}

function membersOf(relation: Relation, view: View): Occurrence[] {
  return relation.members.flatMap((member) => view.inLiteral.get(member) ?? []);
}

/** The 1-based number of the line of an offset. */
function lineNumbers(text: string): (offset: number) => string {
  let starts: number[] | undefined;
  return (offset) => {
    starts ??= lineStarts(text);
    return String(positionAt(starts, offset).line);
  };
}
