import type { Literal } from '../../types.ts';
import { lineOf, type Occurrence, textAfter, type View } from '../occurrence.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly occurrences: Occurrence[];
}

/** Occurrences on lines of one run, such as the items of a list, that differ and would become equal. */
export function doubledLines(view: View): Set<Occurrence> {
  const doubled = new Set<Occurrence>();
  let run: Line[] = [];
  for (const line of linesOf(view)) {
    const previous = run.at(-1);
    if (previous && !/^(?:\r\n|\r|\n)$/.test(view.file.text.slice(previous.end, line.start))) {
      mark(run, view.file.text, doubled);
      run = [];
    }
    run.push(line);
  }
  mark(run, view.file.text, doubled);
  return doubled;
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
    else lines.push({ ...lineOf(text, hit.start), occurrences: [occurrence] });
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
    const key = item(textAfter(text, line, inside));
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
