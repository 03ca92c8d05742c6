import type { Literal } from '../../src/types/language.ts';
import type { Edit, SourceFile, Span } from '../../src/types/source.ts';
import { shapeOf } from './parse/string-shape.ts';
import { parse } from './parse/tree.ts';
import { doubleBraces } from './text-value.ts';

/** A span of a literal's body, and the expression that takes its place. */
interface Fill {
  readonly span: Span;
  readonly name: string;
}

/** The edits that put names into a string: the bare name where it is all of the text, else a format string around it. */
export function render(file: SourceFile, literal: Literal, fills: readonly Fill[]): Edit[] {
  const { span } = literal;
  const { text } = file;
  const shape = shapeOf(text, span.start, span.end);
  const [only] = fills;
  const isWhole = fills.length === 1 && only!.span.start <= shape.body.start && only!.span.end >= shape.body.end;
  if (isWhole && !isContinued(file, literal)) {
    return [{ start: span.start, end: span.end, text: apart(text[span.start - 1]) + only!.name + apart(text[span.end]) }];
  }
  const edits: Edit[] = [];
  if (!shape.format) {
    const prefix = `${shape.raw ? shape.prefix : ''}f`;
    const space = shape.prefix === '' ? apart(text[span.start - 1]) : '';
    edits.push({ start: span.start, end: span.start + shape.prefix.length, text: space + prefix });
  }
  let at = shape.body.start;
  for (const { span: place, name } of fills) {
    if (!shape.format) edits.push(...bracesIn(text, at, place.start, shape.raw));
    edits.push({ start: place.start, end: place.end, text: `{${name}}` });
    at = place.end;
  }
  if (!shape.format) edits.push(...bracesIn(text, at, shape.body.end, shape.raw));
  return edits;
}

/** A blank where the neighbour would join a name to one word. */
function apart(neighbour: string | undefined): string {
  return /[\p{L}\p{N}_]/u.test(neighbour ?? '') ? ' ' : '';
}

/** Whether the literal is one of several adjacent ones, among which a bare name cannot stand. */
function isContinued(file: SourceFile, literal: Literal): boolean {
  return parse(file).tree.resolveInner(literal.span.start, 1).parent?.name === 'ContinuedString';
}

/** One edit per run of braces that must be doubled. */
function bracesIn(text: string, start: number, end: number, raw: boolean): Edit[] {
  const piece = text.slice(start, end);
  if (doubleBraces(piece, raw) === piece) return [];
  const edits: Edit[] = [];
  for (const match of piece.matchAll(raw ? /[{}]+/g : /\\(?:N\{[^{}\\]*\}|[\s\S])|[{}]+/g)) {
    const doubled = doubleBraces(match[0], raw);
    if (doubled !== match[0])
      edits.push({ start: start + match.index, end: start + match.index + match[0].length, text: doubled });
  }
  return edits;
}
