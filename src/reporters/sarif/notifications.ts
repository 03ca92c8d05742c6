import type { Notification } from 'sarif';
import { counted } from '../../core/counted.ts';
import { groupBy } from '../../core/group-by.ts';
import type { FileReport, Report } from '../../types/report.ts';
import { leftFiles, reasonOf } from '../standing.ts';
import { artifactOf } from './results.ts';

/** What no result says: files that failed, were not parsed, or not read, and how much was knowingly kept. */
export function notificationsOf(report: Report, below: string): Notification[] {
  const { failed, partly, skipped } = leftFiles(report);
  const { keep, suppressed, baselined } = report.summary.ledger;
  const kept = keep + suppressed + baselined;
  return [
    ...byReason('failed', 'error', failed, below, 'left as it was'),
    ...byReason('not-parsed', 'warning', partly, below, 'only what is certain was looked at'),
    ...byReason('not-read', 'note', skipped, below, 'not read'),
    ...(kept > 0
      ? [notice('kept', `${counted(kept, 'occurrence')} knowingly kept: --format json names them with their reasons`)]
      : []),
  ];
}

/** A word to the reader of the log that belongs to no place. */
export function notice(id: string, text: string): Notification {
  return { descriptor: { id }, level: 'note', message: { text } };
}

function byReason(
  id: string,
  level: Notification['level'],
  files: readonly FileReport[],
  below: string,
  outcome: string,
): Notification[] {
  return [...groupBy(files, reasonOf)].map(([reason, members]) => ({
    descriptor: { id },
    level,
    message: { text: `${counted(members.length, 'file')} ${outcome}: ${reason}` },
    locations: members.map(({ path }) => ({ physicalLocation: { artifactLocation: artifactOf(below + path) } })),
  }));
}
