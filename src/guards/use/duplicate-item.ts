import { splice } from '../../core/edits.ts';
import { groupBy } from '../../core/group-by.ts';
import { hostAfter, type Occurrence, type View } from '../../core/occurrence.ts';
import { remembering } from '../../core/remembering.ts';
import type { Literal } from '../../types/language.ts';
import type { Guard } from '../guard.ts';
import { doubledLines } from '../lists/doubled-lines.ts';

/** Between two items of a list: a separator, quotes around it, and other items that are no keys. */
const SEPARATOR = /^\\*["'`]? ?[,; ] ?(?:\\*["'`]?[^\s,;"'`=\\]+(?<!:)\\*["'`]? ?[,; ] ?)*\\*["'`]?$/;
/** What sets two names of one sentence beside or against each other. */
const BESIDE =
  /^[`'")*\]]*(?: ?\([^()]*\))?(?:[,;] ?(?:(?:and|or|not|nor|but not) )?| (?:and|or|not|nor|but not|vs\.?|versus|rather than|than|instead of|to|&|\/) )(?:(?:at|on|to|from|with|via) )?[`'"(*[]*$/i;
const PATH = /^(?::\d+)?[^\s"'`,;<>()|\\{}]*/;

/** Occurrences of one list that would name the same address twice: in one text, on adjoining lines, or as texts that stand beside each other. */
const doubledIn = remembering((view: View): ReadonlySet<Occurrence> => {
  const doubled = doubledLines(view);
  for (const [literal, occurrences] of view.inLiteral) {
    const sentence = isSentence(literal);
    let run: Occurrence[] = [];
    for (const occurrence of occurrences) {
      const previous = run.at(-1);
      if (previous && !listed(view.file.text, previous, occurrence, sentence)) {
        mark(run, view.file.text, doubled);
        run = [];
      }
      run.push(occurrence);
    }
    mark(run, view.file.text, doubled);
  }
  markAlternatives(view, doubled);
  return doubled;
});

/** Text for people, in which a blank alone separates words and not items. */
function isSentence(literal: Literal): boolean {
  return literal.kind === 'comment' || literal.kind === 'docstring' || (literal.kind === 'prose' && literal.labels.length === 0);
}

function addressEnd(text: string, { hit }: Occurrence): number {
  const path = PATH.exec(text.slice(hit.end, hit.end + 200))![0];
  return hit.end + path.replace(/[.:!?]+$/, '').length;
}

function listed(text: string, previous: Occurrence, next: Occurrence, sentence: boolean): boolean {
  const from = addressEnd(text, previous);
  const to = next.hit.schemeSpan?.start ?? next.hit.start;
  if (to < from || to - from > 200) return false;
  const between = text.slice(from, to).replace(/\s+/g, ' ');
  return sentence ? BESIDE.test(between) : SEPARATOR.test(between) || BESIDE.test(between);
}

function mark(run: readonly Occurrence[], text: string, doubled: Set<Occurrence>): void {
  const groups = groupBy(run, (occurrence) => {
    const { hit, standing } = occurrence;
    const scheme = standing.state === 'retired' ? (standing.to.scheme ?? hit.scheme) : hit.scheme;
    const path = text.slice(hit.end, addressEnd(text, occurrence)).replace(/\/$/, '');
    return `${scheme ?? ''}//${hostAfter(occurrence)}${path}`;
  });
  for (const group of groups.values()) {
    const before = new Set(group.map((o) => o.hit.host));
    if (before.size > 1) for (const occurrence of group) doubled.add(occurrence);
  }
}

/** Items, operands or arguments that differ and would be the same text or the same constant. */
function markAlternatives(view: View, doubled: Set<Occurrence>): void {
  const { text } = view.file;
  for (const relation of view.reading.relations) {
    if (relation.kind !== 'alternatives') continue;
    const groups = new Map<string, { before: Set<string>; members: Literal[] }>();
    for (const member of relation.members) {
      const occurrences = view.inLiteral.get(member) ?? [];
      const edits = occurrences.flatMap(({ standing }) => (standing.state === 'retired' ? standing.edits : []));
      const services = view.mayRefer(member) ? occurrences.map(serviceOf).join() : '';
      const key = `${services} ${splice(text, edits, member.body)}`;
      const group = groups.get(key) ?? { before: new Set<string>(), members: [] };
      group.before.add(text.slice(member.body.start, member.body.end));
      group.members.push(member);
      groups.set(key, group);
    }
    for (const { before, members } of groups.values()) {
      if (before.size < 2) continue;
      for (const member of members) for (const occurrence of view.inLiteral.get(member) ?? []) doubled.add(occurrence);
    }
  }
}

function serviceOf({ standing }: Occurrence): string {
  return standing.state === 'retired' || standing.state === 'canonical' ? (standing.service ?? '') : '';
}

export const duplicateItem = {
  code: 'duplicate-item',
  title: 'a list that would name one host twice',
  sentence: () => 'this list would name one host twice',
  holds: (occurrence, view) => doubledIn(view).has(occurrence),
} satisfies Guard;
