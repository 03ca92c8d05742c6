import { splice } from '../../core/edits.ts';
import { lineOf } from '../../core/line.ts';
import type { Occurrence, View } from '../../core/occurrence.ts';
import type { Literal } from '../../types/language.ts';
import type { Span } from '../../types/source.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly occurrences: Occurrence[];
}

/** Occurrences on lines of one run or list that differ and would become equal. */
export function doubledLines(view: View): Set<Occurrence> {
  const doubled = new Set<Occurrence>();
  let run: Line[] = [];
  for (const line of linesOf(view)) {
    const previous = run.at(-1);
    if (previous && !isOneList(view.file.text, previous, line)) {
      mark(run, view.file.text, doubled);
      run = [];
    }
    run.push(line);
  }
  mark(run, view.file.text, doubled);
  return doubled;
}

const LINE_END = /\r\n|\r|\n/;
/** A line that is an item: a bullet, a number, or nothing but a quoted text. */
const ITEM = /^([ \t]*)(?:([-*+•])[ \t]|\d{1,3}([.)])[ \t]|(["'`]).*\4,?[ \t]*$)/;

/** Items further apart than this, in UTF-16 units, are looked at by themselves. */
const FAR = 1 << 20;

/** Whether a line is directly below another one, or a later item of its list. */
function isOneList(text: string, above: Span, below: Span): boolean {
  if (below.start - above.end > FAR) return false;
  const [first, ...between] = text.slice(above.end, below.start).split(LINE_END);
  if (between.length === 0 || first !== '' || between.pop() !== '') return false;
  if (between.length === 0) return true;
  const kind = kindOfItem(text.slice(above.start, above.end));
  return kind !== undefined && [...between, text.slice(below.start, below.end)].every((line) => kindOfItem(line) === kind);
}

/** The indentation and the mark of an item; `undefined` for a line that is none. */
function kindOfItem(line: string): string | undefined {
  const [whole, indentation, ...marks] = ITEM.exec(line) ?? [];
  return whole === undefined ? undefined : `${indentation}${marks.find((mark) => mark)}`;
}

/** The lines that hold occurrences, of prose and of texts that span lines; comments may repeat themselves. */
function linesOf(view: View): Line[] {
  const lines: Line[] = [];
  const { text } = view.file;
  const held = new Set([...view.inLiteral.keys()].filter((literal) => literal.kind === 'prose' || spansLines(text, literal)));
  for (const occurrence of view.occurrences) {
    const { literal, hit } = occurrence;
    if (!literal || hit.form === 'email' || !held.has(literal)) continue;
    const previous = lines.at(-1);
    if (previous && hit.end <= previous.end) previous.occurrences.push(occurrence);
    else {
      const { start, end } = lineOf(view.file, hit.start);
      lines.push({ start, end, occurrences: [occurrence] });
    }
  }
  return lines;
}

function spansLines(text: string, { kind, body }: Literal): boolean {
  return kind === 'string' && /[\r\n]/.test(text.slice(body.start, body.end));
}

function mark(run: readonly Line[], text: string, doubled: Set<Occurrence>): void {
  if (run.length < 2) return;
  const groups = new Map<string, { before: Set<string>; lines: Line[] }>();
  for (const line of run) {
    const edits = line.occurrences.flatMap(({ standing }) => (standing.state === 'retired' ? standing.edits : []));
    const inside = edits.filter(({ start, end }) => line.start <= start && end <= line.end);
    const key = item(splice(text, inside, line));
    const group = groups.get(key) ?? { before: new Set<string>(), lines: [] };
    group.before.add(item(text.slice(line.start, line.end)));
    group.lines.push(line);
    groups.set(key, group);
  }
  for (const { before, lines } of groups.values()) {
    if (before.size > 1) for (const line of lines) for (const occurrence of line.occurrences) doubled.add(occurrence);
  }
}

/** A line without what only says that it is an item: a bullet or number, a comma at its end. */
function item(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*+•]|\d{1,3}[.)])\s+/, '')
    .replace(/[,;]$/, '');
}
