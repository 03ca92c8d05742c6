import type { Report } from '../types/report.ts';
import { isFailing } from './ledger.ts';

/** Exit code of a run: 2 when a file failed, 1 when something is left that `--check` would name, else 0. */
export function exitCodeOf(report: Report): 0 | 1 | 2 {
  if (report.files.some((file) => file.status === 'failed')) return 2;
  if (report.findings.some(isFailing) || (report.series?.held.length ?? 0) > 0) return 1;
  const failing = failingPaths(report);
  return report.command !== 'write' && report.files.some(({ path, status }) => status === 'changed' && failing(path)) ? 1 : 0;
}

/** Makes the function that says of a path that would change whether it has more than what the baseline knows and what stands on unchanged lines. */
export function failingPaths({ findings }: Report): (path: string) => boolean {
  const known = new Set(findings.filter(({ beyond }) => beyond).map(({ path }) => path));
  for (const finding of findings) if (isFailing(finding)) known.delete(finding.path);
  return (path) => !known.has(path);
}
