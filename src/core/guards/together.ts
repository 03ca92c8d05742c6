import type { Literal, Relation, Span } from '../../types.ts';
import { lineOf, type Occurrence, occurrencesWithin, type View } from '../occurrence.ts';

/** Reasons that speak of the meaning of a host, and so bind the same host elsewhere in the function. */
const MEANING =
  /^(?:a test that|search text|a key that|a pattern|part of a pattern|part of "|inside "|an expression|a text that|a comment beside)/;
/** On one line of a configuration, hosts further apart than this are no one text. */
const NEAR = 400;

/** Adds what has to move together with something that is held: the same text, both sides of a comparison, the same host within one function. */
export function spreadHolds(view: View, holds: ReadonlyMap<Occurrence, string>): Map<Occurrence, string> {
  const all = new Map(holds);
  const relations = relationsByLiteral(view);
  const queue = [...holds.keys()];
  for (let held = queue.pop(); held; held = queue.pop()) {
    if (held.standing.state !== 'retired' || !held.literal) continue;
    for (const [other, how] of companions(held, held.literal, view, relations)) {
      if (all.has(other) || !mayHold(other)) continue;
      all.set(other, `${how} for review on line ${lineNumber(view.file.text, held.hit.start)}`);
      queue.push(other);
    }
  }
  holdSameHostInFunction(view, all);
  holdCanonicalBeside(view, all);
  return all;
}

function mayHold({ standing, hit, literal }: Occurrence): boolean {
  return standing.state === 'retired' && hit.form !== 'email' && literal !== undefined;
}

function* companions(
  held: Occurrence,
  literal: Literal,
  view: View,
  relations: ReadonlyMap<Literal, readonly Relation[]>,
): Iterable<readonly [Occurrence, string]> {
  for (const other of view.inLiteral.get(literal) ?? []) {
    if (literal.kind !== 'prose' || Math.abs(other.hit.start - held.hit.start) < NEAR) yield [other, 'one text with what is'];
  }
  for (const relation of relations.get(literal) ?? []) {
    if (relation.kind !== 'compared') continue;
    for (const other of membersOf(relation, view)) yield [other, 'compared with what is'];
  }
}

function holdSameHostInFunction(view: View, all: Map<Occurrence, string>): void {
  const bound = new Map<string, Occurrence>();
  for (const [occurrence, reason] of all) {
    const { literal, standing, hit } = occurrence;
    if (standing.state === 'retired' && literal?.kind === 'string' && literal.scope && MEANING.test(reason)) {
      bound.set(`${literal.scope}\0${hit.host}`, occurrence);
    }
  }
  if (bound.size === 0) return;
  for (const other of view.occurrences) {
    if (!mayHold(other) || other.literal?.kind !== 'string' || all.has(other)) continue;
    const held = bound.get(`${other.literal.scope}\0${other.hit.host}`);
    if (held) {
      all.set(
        other,
        `the same host in one function with what is for review on line ${lineNumber(view.file.text, held.hit.start)}`,
      );
    }
  }
}

/** A canonical host that makes a retired one beside it be held must stay where it is, or the next run would not see the reason. */
function holdCanonicalBeside(view: View, all: Map<Occurrence, string>): void {
  const keep = (beside: readonly Occurrence[]): void => {
    for (const other of beside) if (other.standing.state === 'canonical') all.set(other, 'beside what is for review');
  };
  const held = [...all.keys()].filter(({ standing }) => standing.state === 'retired');
  for (const { literal, hit } of held) {
    if (literal) keep(view.inLiteral.get(literal) ?? []);
    if (literal?.kind !== 'string') keep(occurrencesWithin(view, neighbourhood(view.file.text, hit.start)));
  }
  for (const relation of view.reading.relations) {
    if (relation.kind === 'keys') continue;
    const beside = membersOf(relation, view);
    if (beside.some((o) => o.standing.state === 'retired' && all.has(o))) keep(beside);
  }
}

/** The line of an offset with the one above and the one below. */
function neighbourhood(text: string, at: number): Span {
  const { start, end } = lineOf(text, at);
  return { start: lineOf(text, Math.max(0, start - 2)).start, end: lineOf(text, Math.min(text.length, end + 2)).end };
}

function relationsByLiteral(view: View): Map<Literal, Relation[]> {
  const found = new Map<Literal, Relation[]>();
  for (const relation of view.reading.relations) {
    for (const member of relation.members) {
      const others = found.get(member);
      if (others) others.push(relation);
      else found.set(member, [relation]);
    }
  }
  return found;
}

function membersOf(relation: Relation, view: View): Occurrence[] {
  return relation.members.flatMap((member) => view.inLiteral.get(member) ?? []);
}

/** 1-based. */
function lineNumber(text: string, at: number): number {
  let line = 1;
  for (let index = text.indexOf('\n'); index >= 0 && index < at; index = text.indexOf('\n', index + 1)) line++;
  return line;
}
