import { hostAfter, type Occurrence, type View } from '../occurrence.ts';

/** What may stand between two hosts of one list: separators, and other entries. Each character has one reading, so that no text is tried twice. */
const SEPARATED = /^[/\\]*["']?(?:\s*[,;]\s*|[^\S ]* \s*)(?:["']?[^\s,;"'=]+["']?(?:\s*[,;]\s*|[^\S ]* \s*))*["']?$/;

/** Occurrences of one comma- or space-separated list within one text that would name the same address twice. */
export function doubledInLists(view: View): ReadonlySet<Occurrence> {
  const doubled = new Set<Occurrence>();
  for (const [literal, occurrences] of view.inLiteral) {
    if (literal.kind === 'comment' || literal.kind === 'docstring' || (literal.kind === 'prose' && literal.labels.length === 0))
      continue;
    let run: Occurrence[] = [];
    for (const occurrence of occurrences) {
      const previous = run.at(-1);
      if (previous && !listed(view.file.text, previous, occurrence)) {
        mark(run, doubled);
        run = [];
      }
      run.push(occurrence);
    }
    mark(run, doubled);
  }
  return doubled;
}

function listed(text: string, previous: Occurrence, next: Occurrence): boolean {
  const start = next.hit.schemeSpan?.start ?? next.hit.start;
  const between = text.slice(previous.hit.end, start).replace(/^:\d+/, '');
  if (between.length > 200) return false;
  return SEPARATED.test(between);
}

function mark(run: readonly Occurrence[], doubled: Set<Occurrence>): void {
  const groups = new Map<string, Occurrence[]>();
  for (const occurrence of run) {
    const { hit, standing } = occurrence;
    const scheme = standing.state === 'retired' ? (standing.to.scheme ?? hit.scheme) : hit.scheme;
    const key = `${scheme ?? ''}//${hostAfter(occurrence)}:${hit.port ?? ''}`;
    const group = groups.get(key);
    if (group) group.push(occurrence);
    else groups.set(key, [occurrence]);
  }
  for (const group of groups.values()) {
    const before = new Set(group.map((o) => o.hit.host));
    if (before.size > 1) for (const occurrence of group) doubled.add(occurrence);
  }
}
