import { splice } from '../core/edits.ts';
import { groupBy } from '../core/group-by.ts';
import type { FileReport, Finding, Report } from '../types/report.ts';
import type { Edit, Span } from '../types/source.ts';
import { fixesOf } from './fixes.ts';
import { isPlaced, type Places, placesOf } from './places.ts';
import type { ReporterOptions } from './reporter.ts';
import { leftFiles, messageOf, reasonOf, standingOf } from './standing.ts';

interface Range {
  readonly start: { readonly line: number; readonly column?: number };
  readonly end?: { readonly line: number; readonly column: number };
}

interface Diagnostic {
  readonly message: string;
  readonly location: { readonly path: string; readonly range?: Range };
  readonly severity: 'ERROR' | 'WARNING' | 'INFO';
  readonly code: { readonly value: string };
  readonly suggestions?: readonly { readonly range: Range; readonly text: string }[];
}

/** Reviewdog Diagnostic Format. Columns are counted in bytes; a suggestion is one line as it becomes whole, given where no import is needed. */
export function* rdjson(report: Report, options: ReporterOptions): Generator<string> {
  let first = true;
  yield '{\n  "source": { "name": "redomain" },\n  "diagnostics": [';
  for (const diagnostic of diagnosticsOf(report, options)) {
    yield `${first ? '' : ','}\n    ${JSON.stringify(diagnostic)}`;
    first = false;
  }
  yield first ? ']\n}\n' : '\n  ]\n}\n';
}

function* diagnosticsOf(report: Report, { sourceOf, below }: ReporterOptions): Generator<Diagnostic> {
  const { failed, partly, skipped } = leftFiles(report);
  for (const file of failed) yield fileDiagnostic(file, below, 'failed', 'ERROR', 'left as it was');
  const edits = new Map(report.files.map((file) => [file.path, file.edits]));
  for (const [path, findings] of groupBy(standingOf(report), (finding) => finding.path)) {
    const places = placesOf(sourceOf(path), findings);
    const suggested = places ? suggestionsOf(findings, edits.get(path) ?? [], places) : new Map<Finding, Edit>();
    for (const finding of findings) {
      const suggestion = suggested.get(finding);
      yield {
        message: messageOf(finding),
        location: {
          path: below + path,
          range: isPlaced(finding) && places ? rangeOf(places.spanOf(finding), places) : { start: { line: finding.line } },
        },
        severity: finding.severity === 'warn' ? 'WARNING' : 'ERROR',
        code: { value: finding.rule },
        ...(suggestion && places ? { suggestions: [{ range: rangeOf(suggestion, places), text: suggestion.text }] } : {}),
      };
    }
  }
  for (const file of partly) yield fileDiagnostic(file, below, 'not-parsed', 'WARNING', 'only what is certain was looked at');
  for (const file of skipped) yield fileDiagnostic(file, below, 'not-read', 'INFO', 'not read');
}

/** One edit for each line that can be mended by itself, at its first finding: reviewers take suggestions line by line. */
function suggestionsOf(findings: readonly Finding[], edits: readonly Edit[], places: Places): Map<Finding, Edit> {
  const byLine = new Map<number, { finding: Finding; edits: Edit[] }>();
  for (const [finding, group] of fixesOf(findings, edits, places)) {
    const { line } = finding;
    const alone = group.every(({ start, end }) => places.positionOf(start).line === line && places.positionOf(end).line === line);
    if (!alone || finding.endLine !== line) continue;
    const known = byLine.get(line);
    if (known) known.edits.push(...group);
    else byLine.set(line, { finding, edits: [...group] });
  }
  return new Map([...byLine.values()].map(({ finding, edits: group }) => [finding, merged(group, places)]));
}

/** Several edits as one, from the first to the last. */
function merged(edits: readonly Edit[], { source }: Places): Edit {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const start = sorted[0]!.start;
  const end = Math.max(...sorted.map((edit) => edit.end));
  const inside = sorted.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return { start, end, text: splice(source.text.slice(start, end), inside) };
}

function rangeOf({ start, end }: Span, places: Places): Range {
  const at = (offset: number) => ({ line: places.positionOf(offset).line, column: places.byteColumnOf(offset) });
  return { start: at(start), end: at(end) };
}

function fileDiagnostic(
  file: FileReport,
  below: string,
  code: string,
  severity: Diagnostic['severity'],
  outcome: string,
): Diagnostic {
  return {
    message: `${outcome}: ${reasonOf(file)}`,
    location: { path: below + file.path },
    severity,
    code: { value: code },
  };
}
