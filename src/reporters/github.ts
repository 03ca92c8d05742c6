import { counted } from '../core/counted.ts';
import type { Finding, Report } from '../types/report.ts';
import { isPlaced } from './places.ts';
import type { ReporterOptions } from './reporter.ts';
import { leftFiles, messageOf, reasonOf, standingOf } from './standing.ts';
import { visible } from './visible.ts';

/** GitHub shows so many annotations of each level for a step, and drops the others without a word. */
const SHOWN = 10;

interface Annotation {
  readonly level: 'error' | 'warning';
  readonly path: string;
  readonly rule: string;
  readonly message: string;
  readonly finding?: Finding;
}

/** Workflow commands of GitHub Actions: an annotation for each of the first ten errors and warnings, a notice that counts the others, and the others as plain lines of the log. */
export function* github(report: Report, { below }: ReporterOptions): Generator<string> {
  const all = annotationsOf(report, below);
  const rest: Annotation[] = [];
  for (const level of ['error', 'warning'] as const) {
    const members = all.filter((annotation) => annotation.level === level);
    for (const annotation of members.slice(0, SHOWN)) yield commandOf(annotation);
    rest.push(...members.slice(SHOWN));
  }
  if (rest.length > 0) {
    yield notice(`${rest.length} more: GitHub shows ${SHOWN} annotations of a level; the others are in the log of this step`);
    yield* folded(`${rest.length} more`, rest.map(lineOf));
  }
  const { skipped } = leftFiles(report);
  if (skipped.length > 0) {
    yield notice(`${counted(skipped.length, 'file')} not read; their names are in the log of this step`);
    yield* folded(
      `${counted(skipped.length, 'file')} not read`,
      skipped.map((file) => `${visible(below + file.path)}: ${reasonOf(file)}`),
    );
  }
}

function annotationsOf(report: Report, below: string): Annotation[] {
  const { failed, partly } = leftFiles(report);
  return [
    ...failed.map((file) => ({
      level: 'error' as const,
      path: below + file.path,
      rule: 'failed',
      message: `left as it was: ${reasonOf(file)}`,
    })),
    ...standingOf(report).map((finding) => ({
      level: finding.severity === 'warn' ? ('warning' as const) : ('error' as const),
      path: below + finding.path,
      rule: finding.rule,
      message: messageOf(finding),
      finding,
    })),
    ...partly.map((file) => ({
      level: 'warning' as const,
      path: below + file.path,
      rule: 'not parsed',
      message: `only what is certain was looked at: ${reasonOf(file)}`,
    })),
  ];
}

function commandOf({ level, path, rule, message, finding }: Annotation): string {
  const properties = { file: path, ...(finding ? regionOf(finding) : {}), title: `redomain: ${rule}` };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`);
  return `::${level} ${written.join(',')}::${data(message)}\n`;
}

/** Columns only within one line: the annotations know no others. */
function regionOf(finding: Finding): Record<string, number> {
  const { line, column, endLine, endColumn } = finding;
  if (!isPlaced(finding)) return { line };
  return line === endLine ? { line, endLine, col: column, endColumn } : { line, endLine };
}

function notice(message: string): string {
  return `::notice title=redomain::${data(message)}\n`;
}

function* folded(title: string, lines: readonly string[]): Generator<string> {
  yield `::group::redomain: ${title}\n`;
  for (const line of lines) yield `- ${line.replaceAll('##[', '#\\x23[')}\n`;
  yield '::endgroup::\n';
}

function lineOf({ path, rule, message, finding }: Annotation): string {
  const place = finding && isPlaced(finding) ? `:${finding.line}:${finding.column}` : '';
  return `${visible(path)}${place} ${rule}: ${message}`;
}

/** The escapes that the runner takes back. */
function data(text: string): string {
  return visibleInLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

/** Line ends have their own escapes; nothing else may steer a terminal. */
function visibleInLines(text: string): string {
  return text
    .split(/([\r\n])/)
    .map((part, index) => (index % 2 === 0 ? visible(part) : part))
    .join('');
}
