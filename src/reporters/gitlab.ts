import { createHash } from 'node:crypto';
import type { FileReport, Report } from '../types/report.ts';
import type { ReporterOptions } from './reporter.ts';
import { leftFiles, messageOf, reasonOf, standingOf } from './standing.ts';
import { visible } from './visible.ts';

/** One entry of GitLab's Code Quality report. */
interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: { readonly path: string; readonly lines: { readonly begin: number; readonly end?: number } };
}

/** GitLab's Code Quality report: findings by severity `major` (warnings `minor`), failed files as `critical`, those that were not read as `info`. */
export function* gitlab(report: Report, { below }: ReporterOptions): Generator<string> {
  const seen = new Map<string, number>();
  let first = true;
  yield '[';
  for (const issue of issuesOf(report, below)) {
    const ordinal = seen.get(issue.fingerprint) ?? 0;
    seen.set(issue.fingerprint, ordinal + 1);
    const fingerprint = ordinal === 0 ? issue.fingerprint : digest(`${issue.fingerprint}\0${ordinal}`);
    yield `${first ? '' : ','}\n  ${JSON.stringify({ ...issue, fingerprint })}`;
    first = false;
  }
  yield first ? ']\n' : '\n]\n';
}

function* issuesOf(report: Report, below: string): Generator<Issue> {
  const { failed, partly, skipped } = leftFiles(report);
  for (const file of failed) yield fileIssue(file, below, 'failed', 'critical', 'left as it was');
  for (const finding of standingOf(report))
    yield {
      description: messageOf(finding),
      check_name: finding.rule,
      fingerprint: finding.fingerprint,
      severity: finding.severity === 'warn' ? 'minor' : 'major',
      location: { path: below + finding.path, lines: { begin: finding.line, end: finding.endLine } },
    };
  for (const file of partly) yield fileIssue(file, below, 'not-parsed', 'minor', 'only what is certain was looked at');
  for (const file of skipped) yield fileIssue(file, below, 'not-read', 'info', 'not read');
}

function fileIssue(file: FileReport, below: string, check: string, severity: Issue['severity'], outcome: string): Issue {
  return {
    description: `${visible(file.path)}: ${outcome}: ${reasonOf(file)}`,
    check_name: check,
    fingerprint: digest(`${check}\0${file.path}`),
    severity,
    location: { path: below + file.path, lines: { begin: 1 } },
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
