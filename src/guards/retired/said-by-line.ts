import { type Line, lineOf } from '../../core/line.ts';
import { type Canonicals, canonicalsOf, type Occurrence, occurrencesWithin, type View } from '../../core/occurrence.ts';
import { remembered, remembering } from '../../core/remembering.ts';
import type { SourceFile } from '../../types/source.ts';
import { RETIREMENT_TEXT } from './vocabulary.ts';
import { withoutAddresses } from './without-addresses.ts';

/** What a line says of all hosts on it. */
export interface Said {
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

/** What the line of an occurrence says; of a text for people, else `undefined`. */
export function saidAt({ literal, hit }: Occurrence, view: View): Said | undefined {
  if (literal?.kind !== 'prose' && literal?.kind !== 'comment' && literal?.kind !== 'docstring') return undefined;
  const line = lineOf(view.file, hit.start);
  return remembered(saidIn(view), line, () => lineSays(line, view));
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
