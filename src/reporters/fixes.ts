import { groupBy } from '../core/group-by.ts';
import type { Finding } from '../types/report.ts';
import type { Edit } from '../types/source.ts';
import { type Places, within } from './places.ts';
import { isPending } from './standing.ts';

/**
 * Which edits of one file mend which finding, so that each group leaves a whole program: a literal's edits stand alone. Those of
 * references do so line by line, unless they need an import or span lines; then all are one group, the first reference's. Edits keep their order.
 */
export function fixesOf(findings: readonly Finding[], edits: readonly Edit[], places: Places): Map<Finding, Edit[]> {
  const pending = findings.filter(isPending).map((finding) => ({ finding, span: places.spanOf(finding) }));
  const literals = pending
    .filter(({ finding }) => finding.decision === 'literal')
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const fixes = new Map<Finding, Edit[]>();
  const others: Edit[] = [];
  let next = 0;
  for (const edit of edits) {
    while (next < literals.length && literals[next]!.span.end < edit.end) next++;
    const literal = literals[next];
    if (literal && within(edit, literal.span)) addTo(fixes, literal.finding, [edit]);
    else others.push(edit);
  }
  const references = pending.filter(({ finding }) => finding.decision === 'reference').map(({ finding }) => finding);
  for (const [finding, group] of referenceFixes(references, others, places)) addTo(fixes, finding, group);
  return fixes;
}

function referenceFixes(references: readonly Finding[], edits: readonly Edit[], places: Places): [Finding, Edit[]][] {
  const first = references[0];
  if (first === undefined || edits.length === 0) return [];
  const lineOf = (offset: number): number => places.positionOf(offset).line;
  const firstOn = new Map<number, Finding>();
  for (const finding of references)
    if (finding.line === finding.endLine && !firstOn.has(finding.line)) firstOn.set(finding.line, finding);
  const alone = (edit: Edit): boolean =>
    firstOn.has(lineOf(edit.start)) && lineOf(edit.start) === lineOf(edit.end) && !/\b(?:import|require)\b/.test(edit.text);
  if (!edits.every(alone)) return [[first, [...edits]]];
  return [...groupBy(edits, (edit) => lineOf(edit.start))].map(([line, group]) => [firstOn.get(line)!, group]);
}

function addTo(fixes: Map<Finding, Edit[]>, finding: Finding, edits: readonly Edit[]): void {
  const known = fixes.get(finding);
  if (known) known.push(...edits);
  else fixes.set(finding, [...edits]);
}
