import { type Line, lineOf } from '../core/line.ts';
import { type Canonicals, canonicalsOf, type Occurrence, occurrencesWithin, type View } from '../core/occurrence.ts';
import { remembered, remembering } from '../core/remembering.ts';
import type { Literal } from '../types/language.ts';
import type { SourceFile, Span } from '../types/source.ts';
import { wordsOf } from './words.ts';

const RETIREMENT = new Set(
  'old older legacy deprecated obsolete retired outdated former previous forbidden prohibited disallowed banned blocked blacklist blacklisted blocklist denylist bad wrong incorrect invalid broken stale superseded replaced unsupported unwanted'.split(
    ' ',
  ),
);
/** Of those, the words for a value that is wrong in itself, which need not be for its host; and what the others are called. */
const WRONG = new Set('invalid incorrect wrong bad'.split(' '));
const RIGHT = new Set('valid correct right good'.split(' '));
/** Of those, the words that tell what a whole function or test is about. */
const RETIRED_SUBJECT = new Set(
  'legacy deprecated obsolete retired outdated former forbidden prohibited disallowed superseded'.split(' '),
);
const RETIREMENT_TEXT =
  /\b(?:deprecated|obsolete|legacy|retired|outdated|superseded|(?<!403 )forbidden|prohibited|disallowed|no longer|(?:do not|don'?t|never|must not|should not|shouldn'?t|cannot|stop) us(?:e|ing)|instead of|replac(?:e[sd]?|ing) (?:by|with)|renam(?:e|ed|ing)|migrat(?:e|ed|es|ing|ion) (?:from|away)|moved? (?:from|away)|chang(?:e|ed|ing) from|switch(?:ed)? from|formerly|previously|used to be|before (?:the )?fix|(?:old|wrong|incorrect|bad|invalid|broken) (?:url|host|domain|endpoint|value|address|pattern|name|one|format|config)s?)|❌|🚫|⛔|\bwas:|\bbefore:|\bold:|\bwrong:|\bincorrect:|[(#]\s*(?:wrong|incorrect)\b(?! (?:protocol|scheme|port|path|method))|['"] not in |^-(?=[^\s-])/i;

/** In a sentence of a program, what says so of the host next to it. */
const RETIRED_BEFORE = /\b(?:deprecated|obsolete|legacy|retired|outdated|superseded)\b[^.;!?]{0,40}$/i;
const RETIRED_AFTER =
  /^[^.;!?]{0,20}\b(?:is|are|was|were) (?:now )?(?:deprecated|obsolete|retired|outdated|superseded|no longer)\b/i;
/** What a comment says of a value that is wrong on purpose. */
const WRONG_VALUE = /\b(?:wrong|incorrect|should be|should use)\b/i;

/** Why a text speaks of the retired host itself, so that it would become untrue with the canonical one. */
export function aboutRetired(occurrence: Occurrence, view: View): string | undefined {
  const { literal } = occurrence;
  if (!literal) return undefined;
  return literal.kind === 'prose' || literal.kind === 'comment' || literal.kind === 'docstring'
    ? aboutInProse(occurrence, view)
    : aboutInCode(occurrence, literal, view);
}

function aboutInCode(occurrence: Occurrence, literal: Literal, view: View): string | undefined {
  const telling = literal.labels.find((label) => wordsOf(withoutAddresses(label)).some((word) => RETIREMENT.has(word)));
  if (telling && !wrongOtherwise(telling, occurrence, literal, view)) return `part of "${telling}", which names what is retired`;
  const name = literal.scope.split(/ > |\./).at(-1) ?? '';
  if (wordsOf(name).some((word) => RETIRED_SUBJECT.has(word))) {
    return `inside "${name}", which is about what is retired`;
  }
  const seeks = literal.use !== undefined;
  for (const relation of view.relationsOf.get(literal) ?? []) {
    if (relation.kind !== 'keys' && hasCanonicalOf(occurrence, view.canonicalIn(relation, seeks)))
      return 'an expression that names the canonical host as well';
  }
  if (hasCanonicalOf(occurrence, view.canonicalIn(literal))) return 'a text that names the canonical host as well';
  if (aboutInSentence(occurrence, literal, view.file.text)) return 'a sentence that says that it is retired';
  const comment = trailingComment(view.file.text, literal.span.end);
  return comment !== undefined && RETIREMENT_TEXT.test(comment) ? 'a comment beside it says that it is retired' : undefined;
}

/** True when the function calls the same host right in another text, so that it is wrong for its scheme, path or place, and no canonical host is called wrong beside it. */
function wrongOtherwise(telling: string, { hit }: Occurrence, { scope }: Literal, view: View): boolean {
  if (wordsOf(telling).some((word) => RETIREMENT.has(word) && !WRONG.has(word))) return false;
  const { right, wrong } = judgedIn(view);
  return right.has(judged(scope, hit.host)) && !wrong.has(scope);
}

/** What the functions of a file call right or wrong. */
interface Judged {
  /** Hosts that are called right, each with its function. */
  readonly right: ReadonlySet<string>;
  /** The functions that call a canonical host wrong. */
  readonly wrong: ReadonlySet<string>;
}

const judgedIn = remembering((view: View): Judged => {
  const right = new Set<string>();
  const wrong = new Set<string>();
  for (const { hit, literal, standing } of view.occurrences) {
    const words = literal?.labels.flatMap(wordsOf) ?? [];
    if (words.some((word) => RIGHT.has(word))) right.add(judged(literal!.scope, hit.host));
    if (standing.state === 'canonical' && words.some((word) => WRONG.has(word))) wrong.add(literal!.scope);
  }
  return { right, wrong };
});

function judged(scope: string, host: string): string {
  return `${scope}\0${host}`;
}

function aboutInSentence({ hit }: Occurrence, { body }: Literal, text: string): boolean {
  const from = hit.schemeSpan?.start ?? hit.start;
  const before = text.slice(Math.max(body.start, from - 80), from).replace(/[*(`'"]+$/, '');
  return RETIRED_BEFORE.test(before) || RETIRED_AFTER.test(text.slice(hit.end, Math.min(body.end, hit.end + 80)));
}

/** Whether its name or a comment beside it says that a value is wrong: a test of what must be refused, which names no host to reach. */
export function wrongOnPurpose({ literal }: Occurrence, view: View): boolean {
  if (literal?.labels.some((label) => wordsOf(label).some((word) => WRONG.has(word)))) return true;
  const comment = literal && trailingComment(view.file.text, literal.span.end);
  return comment !== undefined && WRONG_VALUE.test(comment);
}

function trailingComment(text: string, end: number): string | undefined {
  return /^[^\r\n'"`]*?(?:#|\/\/)([^\r\n]*)/.exec(text.slice(end, end + 300))?.[1];
}

function aboutInProse(occurrence: Occurrence, view: View): string | undefined {
  const { text } = view.file;
  const line = lineOf(view.file, occurrence.hit.start);
  const said = remembered(saidIn(view), line, () => lineSays(line, view));
  if (hasCanonicalOf(occurrence, said.canonicals)) return 'a line that names the canonical host as well';
  if (said.isRetirement) return 'a line about what is retired';
  if (numberedBeside(occurrence, text, line)) return 'a line that gives the host an IP address';
  if (said.isArrow) return 'a line that sets one host against another';
  if (said.isBelow) return 'below a heading or lead about what is retired';
  return said.paired.some((canonicals) => hasCanonicalOf(occurrence, canonicals))
    ? 'a pair of lines, before and after'
    : undefined;
}

/** What a line says of all hosts on it. */
interface Said {
  readonly canonicals: Canonicals;
  readonly isRetirement: boolean;
  readonly isArrow: boolean;
  /** It stands below a line about what is retired. */
  readonly isBelow: boolean;
  /** What is named on a line beside it that may be the same line before or after a change. */
  readonly paired: readonly Canonicals[];
}

const saidIn = remembering((_: View) => new Map<Line, Said>());

function lineSays(line: Line, view: View): Said {
  const { file } = view;
  const words = withoutAddresses(line.text);
  const sameLine = occurrencesWithin(view, line);
  // What stands in code beside a comment may become a constant, and then sets nothing against it.
  const written = sameLine.filter(({ literal }) => literal?.kind !== 'string' && literal?.kind !== 'bytes');
  const lead = leadIn(file, line.start);
  const besides = (beside: Line | undefined): Canonicals[] => (beside ? [canonicalsOf(occurrencesWithin(view, beside))] : []);
  const next = neighbour(file, line.end, 1);
  const previous = neighbour(file, line.start, -1);
  const isOld =
    /\b(?:old|before|from|current|actual|was)\b/i.test(words) && next !== undefined && /./.test(withoutAddresses(next.text));
  const isNew = previous !== undefined && /\b(?:new|after|to|expected|✅)\b/i.test(withoutAddresses(previous.text));
  return {
    canonicals: canonicalsOf(sameLine),
    isRetirement: RETIREMENT_TEXT.test(words),
    isArrow: written.length > 1 && arrowBetween(file.text, written),
    isBelow: lead !== undefined && RETIREMENT_TEXT.test(lead),
    paired: [...(isOld ? besides(next) : []), ...(isNew ? besides(previous) : [])],
  };
}

const ADDRESS = /:\/\/|[\w*-]\.[\w*-]/;

/** What a text says apart from its addresses: a host may itself be called `old`. */
function withoutAddresses(text: string): string {
  return text.replace(/[\w*.-]+(?::\/\/[^\s"'`<>)\]]+)?/g, (word) => (ADDRESS.test(word) ? ' ' : word));
}

/** Whether the canonical host that the retired `occurrence` would become is among others. */
function hasCanonicalOf({ standing }: Occurrence, { hosts, services }: Canonicals): boolean {
  return standing.state === 'retired' && (hosts.has(standing.to.host) || services.has(standing.service));
}

/** In a document, what the name server said of the host: `api.example.com → 203.0.113.7`. */
function numberedBeside({ standing, literal }: Occurrence, text: string, line: Span): boolean {
  if (literal!.labels.length > 0) return false;
  const after = text.slice(standing.span.end, Math.min(line.end, standing.span.end + 60));
  return /^[`'"*.]*\s*(?:→|->|=>|(?:\d+\s+)?(?:IN\s+)?A\s)\s*[`'"]?\d{1,3}(?:\.\d{1,3}){3}(?![\w.])/.test(after);
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
function leadIn(file: SourceFile, start: number): string | undefined {
  let at = start;
  for (let step = 0; step < 12 && isBreak(file.text[at - 1]); step++) {
    const line = lineOf(file, at - 1);
    const words = withoutAddresses(line.text);
    if (/^\s*#{1,6}\s|^\s*\*\*[^*]+\*\*:?\s*$|:\s*$/.test(words)) return words;
    if (words.trim() !== '' && !/^\s*(?:[-*+•|>`#]|\d+[.)]|\/\/|\S+=)/.test(words)) return undefined;
    at = line.start;
  }
  return undefined;
}

function neighbour(file: SourceFile, at: number, direction: 1 | -1): Line | undefined {
  const { text } = file;
  if (!isBreak(text[direction === 1 ? at : at - 1])) return undefined;
  const inside = direction === 1 ? at + (text.startsWith('\r\n', at) ? 2 : 1) : at - 1;
  if (inside < 0 || inside >= text.length) return undefined;
  return lineOf(file, inside);
}

/** False in the middle of a line so long that `lineOf` gives a part of it. */
function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
