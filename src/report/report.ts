import { createHash } from 'node:crypto';
import type { Applied } from '../apply/apply.ts';
import { uncovered } from '../checks/certificates.ts';
import { isCovered } from '../core/coverage.ts';
import { reasonFields, severityOf } from '../plan/findings.ts';
import { accountOf, isFailing } from '../plan/ledger.ts';
import type { Batch, ScannedFile } from '../scan/scan.ts';
import { type ModulePlan, moduleReport } from '../ssot/module-plan.ts';
import type { Policy, RuleName } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { Finding, HostRow, Report } from '../types/report.ts';
import { type Held, withMarked } from './baseline.ts';

export interface ReportParts {
  readonly root: string;
  readonly command: Report['command'];
  readonly policy: Policy;
  readonly modules: readonly ModulePlan[];
  readonly batch: Batch;
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  readonly applied?: Applied;
  /** Holds all findings against a baseline. */
  readonly hold?: (findings: readonly Finding[]) => Held;
  /** Of a run for what changed: the commit, and whether a finding stands on a changed line. */
  readonly since?: { readonly ref: string; readonly counts: (finding: Finding) => boolean };
  /** An ISO date. */
  readonly today: string;
  /** Of `performance.now()`. */
  readonly started: number;
}

/** Puts the report of a run together. */
export function reportOf({ modules, batch, applied, started, ...parts }: ReportParts): Report {
  const { policy, today } = parts;
  const report = assemble({
    ...parts,
    modules: modules.map((plan) => moduleReport(plan, applied !== undefined)),
    whole: [
      ...certificateFindings(policy, today),
      ...modules.flatMap((plan) => driftFindings(plan, policy, applied !== undefined)),
    ],
    outcome: outcomeOf(batch.files, applied, policy),
    scanned: batch.scanned,
    bytes: batch.bytes,
    milliseconds: Math.round(performance.now() - started),
  });
  return {
    ...report,
    ...(applied?.run ? { run: applied.run } : {}),
    ...(applied?.series ? { series: applied.series } : {}),
  };
}

/** Why a file was not written, and whether that is a failure or it was held back; `undefined`: it was. */
interface Unwritten {
  readonly status: 'failed' | 'skipped';
  readonly reason: string;
}

function outcomeOf(files: readonly ScannedFile[], applied: Applied | undefined, policy: Policy): readonly ScannedFile[] {
  if (!applied) return files;
  const unwritten = new Map<string, Unwritten>();
  for (const { path, reason } of applied.series?.held ?? []) unwritten.set(path, { status: 'skipped', reason });
  for (const [path, reason] of applied.failed) unwritten.set(path, { status: 'failed', reason });
  return files.map((file) => withOutcome(file, unwritten.get(file.path), policy));
}

export interface Assembly extends Pick<ReportParts, 'root' | 'command' | 'policy' | 'skipped' | 'hold' | 'since' | 'today'> {
  readonly modules: Report['modules'];
  /** Findings of the whole run. */
  readonly whole: readonly Finding[];
  /** In path order. */
  readonly outcome: readonly ScannedFile[];
  readonly scanned: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Holds all findings against the baseline, adds up the account, and gives the report. */
export function assemble({
  root,
  command,
  policy,
  modules,
  whole,
  outcome,
  scanned,
  bytes,
  skipped,
  hold,
  since,
  today,
  milliseconds,
}: Assembly): Report {
  const held = hold?.([...whole, ...outcome.flatMap((file) => file.findings)]);
  const files = held ? outcome.map((file) => withMarked(file, held.mark)) : outcome;
  const all = [...(held ? held.mark(whole) : whole), ...files.flatMap((file) => file.findings)];
  const isUnchanged = (finding: Finding): boolean => since !== undefined && !finding.beyond && !since.counts(finding);
  const account = accountOf(files.map(({ path, report, counts }) => ({ path, language: report.language, counts })));
  return {
    version: 1,
    root,
    command,
    policy,
    summary: {
      filesScanned: scanned,
      bytesScanned: bytes,
      filesWithHosts: account.filesWithHosts,
      filesTouched: files.filter((file) => file.report.status === 'changed').length,
      occurrences: account.occurrences,
      ledger: account.ledger,
      byLanguage: account.byLanguage,
      byDirectory: account.byDirectory,
      byService: account.byService,
      byState: account.byState,
      milliseconds,
    },
    modules,
    files: [...files.map((file) => file.report), ...skipped.map(skippedFile)],
    findings: all.map((finding) => (isUnchanged(finding) ? { ...finding, beyond: 'change' } : finding)),
    hosts: account.hosts.map((row) => withCoverage(row, policy, today)),
    ...(held ? { baseline: held.report } : {}),
    ...(since ? { since: { ref: since.ref, unchanged: all.filter((one) => isFailing(one) && isUnchanged(one)).length } } : {}),
  };
}

/** A host that stands in code in parts, or as a pattern, is no name that a certificate could cover. */
function withCoverage(row: HostRow, { certificates }: Policy, today: string): HostRow {
  if (certificates.length === 0 || row.state === 'dynamic' || row.host.includes('*')) return row;
  return { ...row, covered: isCovered(row.host, certificates, today) };
}

/** After a write, what was applied is no finding any more; what could not be written is. */
function withOutcome(file: ScannedFile, unwritten: Unwritten | undefined, policy: Policy): ScannedFile {
  if (!unwritten)
    return { ...file, findings: file.findings.filter((finding) => finding.decision === 'review' || finding.decision === 'keep') };
  const { status, reason } = unwritten;
  return {
    ...file,
    report: { ...file.report, status, edits: [], imports: [], reason },
    counts: file.counts.map((count) =>
      count.verdict === 'reference' || count.verdict === 'literal'
        ? { ...count, verdict: status === 'failed' ? status : 'review' }
        : count,
    ),
    findings: file.findings.map((finding) =>
      finding.decision === 'review' || finding.decision === 'keep'
        ? finding
        : {
            ...finding,
            rule: 'needs-review',
            decision: 'review',
            ...reasonFields(
              status === 'failed'
                ? { code: 'not-written', detail: { failure: reason } }
                : { code: 'held-back', detail: { why: reason } },
            ),
            severity: severityOf('needs-review', policy) === 'warn' ? 'warn' : 'error',
          },
    ),
  };
}

function driftFindings({ module, status }: ModulePlan, policy: Policy, written: boolean): Finding[] {
  if (module.adopted)
    return module.adopted.unserved.flatMap(({ service, value }) => {
      const reason: Reason = { code: 'module-lacks', detail: { value: JSON.stringify(value), service } };
      return wholeFileFinding('module-drift', module.file, service, reason, 'unsafe', policy);
    });
  if (status === 'current' || written) return [];
  const reason: Reason = { code: status === 'absent' ? 'module-missing' : 'module-differs' };
  return wholeFileFinding('module-drift', module.file, module.file, reason, 'safe', policy);
}

function certificateFindings(policy: Policy, today: string): Finding[] {
  return uncovered(policy, today).flatMap(({ service, host, why }) =>
    wholeFileFinding(
      'uncovered-host',
      policy.configFile,
      host,
      { code: 'uncovered-host', detail: { host, why } },
      'unsafe',
      policy,
    ).map((finding) => ({
      ...finding,
      service,
    })),
  );
}

function wholeFileFinding(
  rule: RuleName,
  path: string,
  text: string,
  reason: Reason,
  applicability: Finding['applicability'],
  policy: Policy,
): Finding[] {
  const severity = severityOf(rule, policy);
  if (severity === 'off') return [];
  const fingerprint = createHash('sha256').update([rule, path, text].join('\0')).digest('hex').slice(0, 32);
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 };
  return [
    {
      rule,
      path,
      ...place,
      text,
      word: text,
      host: rule === 'uncovered-host' ? text : '',
      context: 'file',
      decision: 'review',
      applicability,
      ...reasonFields(reason),
      fingerprint,
      severity,
    },
  ];
}

function skippedFile({ path, reason }: { path: string; reason: string }): Report['files'][number] {
  return { path, language: 'text', status: 'skipped', edits: [], imports: [], reason };
}
