import type { Literal, Placement, Reading, Relation } from '../types/language.ts';
import type { Policy, RuleName } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { Verdict } from '../types/report.ts';
import type { Edit, SourceFile, Span } from '../types/source.ts';
import type { Hit } from './hits.ts';
import type { Standing } from './match.ts';
import { partitionPoint } from './partition-point.ts';

/** One place in one file where a governed host stands, with what the language says of the text around it. */
export interface Occurrence {
  readonly hit: Hit;
  readonly standing: Standing;
  /** Absent where the host stands in no text that the language knows. */
  readonly literal?: Literal | undefined;
}

/** What becomes of one occurrence. */
export interface Decision {
  readonly occurrence: Occurrence;
  readonly verdict: Verdict;
  readonly rule: RuleName;
  readonly unsafe: boolean;
  readonly reason: Reason;
  /** For `reference`: the constant and where it goes. */
  readonly placement?: Placement | undefined;
  /** The canonical characters in place of the retired ones, for `literal` and beside a placement that does not take all of them. */
  readonly edits: readonly Edit[];
}

/** All that the guards may look at. */
export interface View {
  readonly file: SourceFile;
  /** Whether the file is a test, by what its name says. */
  readonly isTest: boolean;
  readonly reading: Reading;
  readonly policy: Policy;
  /** Whether a constant may stand in a text, as far as the file, the configuration and the language go. */
  readonly mayRefer: (literal: Literal) => boolean;
  readonly occurrences: readonly Occurrence[];
  readonly inLiteral: ReadonlyMap<Literal, readonly Occurrence[]>;
  readonly relationsOf: ReadonlyMap<Literal, readonly Relation[]>;
  /**
   * The canonical hosts in one literal, and in the members of a relation: what a retired one beside them is measured by. Those that are
   * looked for (`"new.example" in url`) speak of no other host, and count only with `sought`.
   */
  readonly canonicalIn: (place: Literal | Relation, sought?: boolean) => Canonicals;
  /** Whether a literal, or the text that it is a part of, holds an e-mail address at a retired host. */
  readonly hasRetiredEmail: (literal: Literal) => boolean;
}

/** Hosts and services of some canonical occurrences. */
export interface Canonicals {
  readonly hosts: ReadonlySet<string>;
  readonly services: ReadonlySet<string | undefined>;
}

export function viewOf({
  file,
  isTest,
  reading,
  policy,
  mayRefer,
  occurrences,
}: Pick<View, 'file' | 'isTest' | 'reading' | 'policy' | 'mayRefer' | 'occurrences'>): View {
  const inLiteral = new Map<Literal, Occurrence[]>();
  const withEmail = new Set<object>();
  const wholeOf = (literal: Literal): object => literal.whole ?? literal;
  for (const occurrence of occurrences) {
    if (!occurrence.literal) continue;
    if (occurrence.standing.state === 'retired' && occurrence.hit.form === 'email') withEmail.add(wholeOf(occurrence.literal));
    const others = inLiteral.get(occurrence.literal);
    if (others) others.push(occurrence);
    else inLiteral.set(occurrence.literal, [occurrence]);
  }
  const seen = { all: new Map<Literal | Relation, Canonicals>(), stated: new Map<Literal | Relation, Canonicals>() };
  const canonicalIn = (place: Literal | Relation, sought = true): Canonicals => {
    const known = seen[sought ? 'all' : 'stated'].get(place);
    if (known) return known;
    const members = ('members' in place ? place.members : [place]).filter(({ use }) => sought || use !== 'affix');
    const found = canonicalsOf(members.flatMap((member) => inLiteral.get(member) ?? []));
    seen[sought ? 'all' : 'stated'].set(place, found);
    return found;
  };
  return {
    file,
    isTest,
    reading,
    policy,
    mayRefer,
    occurrences,
    inLiteral,
    relationsOf: relationsByLiteral(reading.relations),
    canonicalIn,
    hasRetiredEmail: (literal) => withEmail.has(wholeOf(literal)),
  };
}

function relationsByLiteral(relations: readonly Relation[]): Map<Literal, Relation[]> {
  const found = new Map<Literal, Relation[]>();
  for (const relation of relations) {
    for (const member of new Set(relation.members)) {
      const others = found.get(member);
      if (others) others.push(relation);
      else found.set(member, [relation]);
    }
  }
  return found;
}

/** What the canonical ones among some occurrences name. */
export function canonicalsOf(occurrences: readonly Occurrence[]): Canonicals {
  const hosts = new Set<string>();
  const services = new Set<string | undefined>();
  for (const { standing } of occurrences) {
    if (standing.state !== 'canonical') continue;
    hosts.add(standing.to.host);
    services.add(standing.service);
  }
  return { hosts, services };
}

/** The occurrences whose hosts lie within a span, in order. */
export function occurrencesWithin({ occurrences }: View, { start, end }: Span): Occurrence[] {
  const found: Occurrence[] = [];
  for (
    let index = partitionPoint(occurrences.length, (at) => occurrences[at]!.hit.start < start);
    index < occurrences.length;
    index++
  ) {
    const occurrence = occurrences[index]!;
    if (occurrence.hit.end > end) break;
    found.push(occurrence);
  }
  return found;
}

/** The canonical host that an occurrence has, or will have. */
export function hostAfter(occurrence: Occurrence): string {
  const { standing, hit } = occurrence;
  return standing.state === 'retired' || standing.state === 'canonical' ? standing.to.host : hit.host;
}
