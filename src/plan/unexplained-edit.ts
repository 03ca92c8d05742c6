import { innermostFinder } from '../core/innermost.ts';
import type { Edit, Span } from '../types/source.ts';
import type { FileChange } from './change.ts';
import { mappedEdits } from './sentinels.ts';

/** Where the domain module is imported: in the original with `edits`, and in the output. */
interface Imports {
  readonly before: readonly Span[];
  readonly edits: readonly Edit[];
  readonly after: readonly Span[];
}

/** Names an edit that belongs to no host that was decided and to no import of the domain module, as it may change what no outline shows: white space, line endings, comments. */
export function strayEdit(text: string, { edits, output, decisions }: FileChange, imports: Imports): string | undefined {
  const literalOf = innermostFinder(
    decisions.flatMap(({ placement }) => (placement ? [placement.literal.span] : [])),
    (span) => span,
  );
  const hosts = new Set(mappedEdits(decisions).map(keyOf));
  const endings = lineEndsIn(text);
  let shift = 0;
  for (const edit of edits) {
    const at = edit.start + shift;
    shift += edit.text.length - (edit.end - edit.start);
    if (hosts.has(keyOf(edit))) continue;
    const inserted = { start: at, end: at + edit.text.length };
    const imported = edit.start === edit.end && imports.after.some((span) => overlap(span, inserted));
    const literal = imported ? undefined : literalOf(edit);
    if (literal && reachesOut(edit, literal)) return `white space beside a text, at offset ${edit.start}`;
    if (literal) continue;
    const isMerged =
      isWithin(shifted(edit, imports.edits), imports.before) && imports.after.some((span) => overlap(span, inserted));
    if (!imported && !isMerged) return `an edit that is no host and no import, at offset ${edit.start}`;
    if (/[^ \t\r\n]/.test(without(output, inserted, imports.after))) return `an import with other text, at offset ${edit.start}`;
    if (endings.size > 0 && edit.text.match(LINE_END)?.some((end) => !endings.has(end)))
      return `an import with line endings that the file does not have, at offset ${edit.start}`;
  }
  return undefined;
}

/** One space may keep two words apart; more is not of the text. */
function reachesOut({ start, end, text }: Edit, literal: Span): boolean {
  return (start === literal.start && /^(?:\s\s|[^\S ])/.test(text)) || (end === literal.end && /(?:\s\s|[^\S ])$/.test(text));
}

/** Those that stand in a text at all. */
function lineEndsIn(text: string): ReadonlySet<string> {
  return new Set([/\r\n/, /(?<!\r)\n/, /\r(?!\n)/].flatMap((ending) => ending.exec(text)?.[0] ?? []));
}

const LINE_END = /\r\n|\r|\n/g;

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}

function isWithin({ start, end }: Span, spans: readonly Span[]): boolean {
  return spans.some((span) => span.start <= start && end <= span.end);
}

function overlap(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A span of the original as it lies after edits that are sorted and do not touch it. */
function shifted({ start, end }: Span, edits: readonly Edit[]): Span {
  let shift = 0;
  for (const edit of edits) {
    if (edit.start >= start) break;
    shift += edit.text.length - (edit.end - edit.start);
  }
  return { start: start + shift, end: end + shift };
}

/** The text of a span that lies in none of others, which are sorted. */
function without(text: string, { start, end }: Span, others: readonly Span[]): string {
  let rest = '';
  let at = start;
  for (const other of others) {
    if (other.end <= at || other.start >= end) continue;
    rest += text.slice(at, Math.max(at, other.start));
    at = Math.min(other.end, end);
  }
  return rest + text.slice(at, end);
}
