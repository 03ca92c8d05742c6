import type { Language, Literal, Reading } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { CATALOGUE, keysIn, mappingKeys } from './keys.ts';
import { labelsAt } from './labels.ts';
import { recordedSpans } from './notebook.ts';

const PROSE =
  /\.(?:md|mdx|markdown|rst|adoc|asciidoc|txt|text|tex|org|wiki|html?|po|pot|log|csv|tsv)$|(?:^|\/)(?:readme|license|notice|authors|changelog|contributing)[^/]*$/i;
const COMMENT_LINE = /^\s*(?:#|\/\/|--\s|;|\*|\/\*|<!--|REM\b|%\s|"""|''')/i;

/** The language of everything else: each line that holds a hit is one literal, and nothing may be a name. */
export const language: Language = { name: 'text', read };

function read(file: SourceFile, hits: readonly Span[]): Reading {
  const prose = PROSE.test(file.path);
  const recorded = file.path.endsWith('.ipynb') ? recordedSpans(file.text) : [];
  const literals: Literal[] = [];
  const keysOf = new Map<Literal, ReturnType<typeof keysIn>>();
  for (const [index, hit] of hits.entries()) {
    const previous = literals.at(-1);
    if (previous && hit.start < previous.span.end) continue;
    const span = lineAt(file.text, hit.start);
    const before = file.text.slice(span.start, hit.start);
    const comment = prose ? /^\s*<!--/.test(before) : COMMENT_LINE.test(before);
    const record = recorded.some((output) => output.start <= hit.start && hit.end <= output.end);
    const keys = comment || (prose && !CATALOGUE.test(file.path)) ? [] : keysIn(file, span, within(span, hits, index));
    const literal: Literal = {
      span,
      body: span,
      kind: comment ? 'comment' : 'prose',
      labels: prose || comment ? [] : labelsAt(file.text, hit.start),
      scope: '',
      ...(record ? { use: 'record' as const } : {}),
      ...(keys.length > 0 ? { keys } : {}),
    };
    literals.push(literal);
    keysOf.set(literal, keys);
  }
  return { literals, relations: mappingKeys(file, keysOf) };
}

/** The hits of a line, of which the first is at `from`. */
function within({ end }: Span, hits: readonly Span[], from: number): Span[] {
  let next = from;
  while (next < hits.length && hits[next]!.end <= end) next++;
  return hits.slice(from, next);
}

/** The line around an offset, without its line ending; at most 10,000 characters to each side, so that one endless line stays cheap. */
function lineAt(text: string, at: number): Span {
  let start = at;
  while (start > 0 && at - start < 10_000 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  let end = at;
  while (end < text.length && end - at < 10_000 && text[end] !== '\n' && text[end] !== '\r') end++;
  return { start, end };
}
