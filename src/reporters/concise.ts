import type { Report } from '../types/report.ts';
import { messageOf, standingOf } from './standing.ts';
import { placeOf } from './text/findings.ts';

/** One line a finding that a gate counts, and nothing else: what a hook shows. */
export function* concise(report: Report): Generator<string> {
  for (const finding of standingOf(report)) yield `${placeOf(finding)}: ${finding.reasonCode} ${messageOf(finding)}\n`;
}
