import type { Literal, Span } from '../../types.ts';
import { type Canonicals, canonicalsOf, lineOf, type Occurrence, occurrencesWithin, type View } from '../occurrence.ts';
import { wordsOf } from './words.ts';

const RETIREMENT = new Set(
  'old older legacy deprecated obsolete retired outdated former previous forbidden prohibited disallowed banned blocked blacklist blacklisted blocklist denylist bad wrong incorrect invalid broken stale superseded replaced unsupported unwanted'.split(
    ' ',
  ),
);
/** Of those, the words that tell what a whole function or test is about. */
const RETIRED_SUBJECT = new Set(
  'legacy deprecated obsolete retired outdated former forbidden prohibited disallowed superseded'.split(' '),
);
const RETIREMENT_TEXT =
  /\b(?:deprecated|obsolete|legacy|retired|outdated|superseded|(?<!403 )forbidden|prohibited|disallowed|no longer|(?:do not|don'?t|never|must not|should not|shouldn'?t|cannot|stop) us(?:e|ing)|instead of|replac(?:e[sd]?|ing) (?:by|with)|renam(?:e|ed|ing)|migrat(?:e|ed|es|ing|ion) (?:from|away)|moved? (?:from|away)|chang(?:e|ed|ing) from|switch(?:ed)? from|formerly|previously|used to be|(?:old|wrong|incorrect|bad|invalid|broken) (?:url|host|domain|endpoint|value|address|pattern|name|one|format|config)s?)|❌|🚫|⛔|\bwas:|\bbefore:|\bold:|\bwrong:|\bincorrect:|^-(?=[^\s-])/i;

/** Why a text speaks of the retired host itself, so that it would become untrue with the canonical one. */
export function aboutRetired(occurrence: Occurrence, view: View): string | undefined {
  const { literal } = occurrence;
  if (!literal) return undefined;
  return literal.kind === 'prose' || literal.kind === 'comment' || literal.kind === 'docstring'
    ? aboutInProse(occurrence, view)
    : aboutInCode(occurrence, literal, view);
}

function aboutInCode(occurrence: Occurrence, literal: Literal, view: View): string | undefined {
  const telling = literal.labels.find((label) => wordsOf(label).some((word) => RETIREMENT.has(word)));
  if (telling) return `part of "${telling}", which names what is retired`;
  const name = literal.scope.split(/ > |\./).at(-1) ?? '';
  if (wordsOf(name).some((word) => RETIRED_SUBJECT.has(word))) {
    return `inside "${name}", which is about what is retired`;
  }
  for (const relation of view.relationsOf.get(literal) ?? []) {
    if (relation.kind !== 'keys' && hasCanonicalOf(occurrence, view.canonicalIn(relation)))
      return 'an expression that names the canonical host as well';
  }
  if (hasCanonicalOf(occurrence, view.canonicalIn(literal))) return 'a text that names the canonical host as well';
  const comment = trailingComment(view.file.text, literal.span.end);
  return comment !== undefined && RETIREMENT_TEXT.test(comment) ? 'a comment beside it says that it is retired' : undefined;
}

function trailingComment(text: string, end: number): string | undefined {
  return /^[^\r\n'"`]*?(?:#|\/\/)([^\r\n]*)/.exec(text.slice(end, end + 300))?.[1];
}

function aboutInProse(occurrence: Occurrence, view: View): string | undefined {
  const { text } = view.file;
  const line = lineOf(text, occurrence.hit.start);
  const sameLine = occurrencesWithin(view, line);
  if (hasCanonicalOf(occurrence, canonicalsOf(sameLine))) return 'a line that names the canonical host as well';
  const words = wordsBeside(text, line);
  if (RETIREMENT_TEXT.test(words)) return 'a line about what is retired';
  if (sameLine.length > 1 && arrowBetween(text, sameLine)) return 'a line that sets one host against another';
  const lead = leadIn(text, line.start);
  if (lead !== undefined && RETIREMENT_TEXT.test(lead)) return 'below a heading or lead about what is retired';
  const next = neighbour(text, line.end, 1);
  const previous = neighbour(text, line.start, -1);
  const paired = (span: Span | undefined, words: RegExp): boolean =>
    span !== undefined &&
    words.test(wordsBeside(text, span)) &&
    hasCanonicalOf(occurrence, canonicalsOf(occurrencesWithin(view, span)));
  if (paired(next, /./) && /\b(?:old|before|from|current|actual|was)\b/i.test(words)) return 'a pair of lines, before and after';
  if (paired(previous, /\b(?:new|after|to|expected|✅)\b/i)) return 'a pair of lines, before and after';
  return undefined;
}

const ADDRESS = /:\/\/|[\w*-]\.[\w*-]/;

/** What a line says apart from its addresses: a host may itself be called `old`. */
function wordsBeside(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/[\w*.-]+(?::\/\/[^\s"'`<>)\]]+)?/g, (word) => (ADDRESS.test(word) ? ' ' : word));
}

/** Whether the canonical host that the retired `occurrence` would become is among others. */
function hasCanonicalOf({ standing }: Occurrence, { hosts, services }: Canonicals): boolean {
  return standing.state === 'retired' && (hosts.has(standing.to.host) || services.has(standing.service));
}

function arrowBetween(text: string, occurrences: readonly Occurrence[]): boolean {
  return occurrences.some((other, index) => {
    const next = occurrences[index + 1];
    return (
      next !== undefined && next.hit.start - other.hit.end < 60 && /->|=>|→|⇒|➜/.test(text.slice(other.hit.end, next.hit.start))
    );
  });
}

/** The nearest line above a list, table or code block that introduces it: a heading, or a line that ends with a colon. */
function leadIn(text: string, start: number): string | undefined {
  let at = start;
  for (let step = 0; step < 12 && isBreak(text[at - 1]); step++) {
    const line = lineOf(text, at - 1);
    const words = wordsBeside(text, line);
    if (/^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*:?\s*$|:\s*$/.test(words)) return words;
    if (words.trim() !== '' && !/^\s*(?:[-*+•|>`#]|\d+[.)]|\/\/|\S+=)/.test(words)) return undefined;
    at = line.start;
  }
  return undefined;
}

function neighbour(text: string, at: number, direction: 1 | -1): Span | undefined {
  if (!isBreak(text[direction === 1 ? at : at - 1])) return undefined;
  const inside = direction === 1 ? at + (text.startsWith('\r\n', at) ? 2 : 1) : at - 1;
  if (inside < 0 || inside >= text.length) return undefined;
  return lineOf(text, inside);
}

/** False in the middle of a line so long that `lineOf` gives a part of it. */
function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
