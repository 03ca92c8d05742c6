import { isFailing } from '../plan/ledger.ts';
import { rules } from '../rules/index.ts';
import type { RuleName } from '../types/policy.ts';
import type { FileReport, Finding, Report } from '../types/report.ts';
import { visible } from './visible.ts';

/** What a gate shows: whatever `--check` counts, and the same as warnings where the configuration says so. What was knowingly kept is not among it. */
export function standingOf({ findings }: Report): Finding[] {
  return findings.filter((finding) => isFailing({ ...finding, severity: 'error' }));
}

/** Would be changed by `--write`. */
export function isPending({ decision }: Finding): boolean {
  return decision === 'reference' || decision === 'literal';
}

/** No run changes it by itself: a person has to, or it stays. Neither is so of a domain module that `--write` brings in step. */
export function isLeft(finding: Finding): boolean {
  return !isPending(finding) && !(finding.rule === 'module-drift' && finding.applicability === 'safe');
}

/** A finding in one line that cannot steer a terminal. */
export function messageOf(finding: Finding): string {
  const { rule, text, reason, replacement } = finding;
  if (!isPending(finding)) return `${visible(text)}: ${visible(reason)}`;
  const becomes = replacement === undefined ? '' : `, to become ${visible(replacement)}`;
  return `${visible(text)}: ${summaryOf(rule)} (${visible(reason)})${becomes}`;
}

function summaryOf(name: RuleName): string {
  return rules.find((rule) => rule.name === name)!.summary;
}

/** Files of which the findings do not tell everything. */
export interface LeftFiles {
  /** Not proven or not written: left as they were. */
  readonly failed: readonly FileReport[];
  /** Not parsed: only what is certain was found and done. */
  readonly partly: readonly FileReport[];
  /** Not read. What a series of commits held back is told by its findings. */
  readonly skipped: readonly FileReport[];
}

export function leftFiles({ files, series }: Report): LeftFiles {
  const held = new Set(series?.held.map(({ path }) => path));
  return {
    failed: files.filter(({ status }) => status === 'failed'),
    partly: files.filter(({ status, reason }) => reason !== undefined && status !== 'failed' && status !== 'skipped'),
    skipped: files.filter(({ path, status }) => status === 'skipped' && !held.has(path)),
  };
}

/** The reason of a file, visible. */
export function reasonOf({ reason = 'no reason given' }: FileReport): string {
  return visible(reason);
}
