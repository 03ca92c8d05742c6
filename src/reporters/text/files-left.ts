import { counted } from '../../core/counted.ts';
import type { FileReport, Report } from '../../types/report.ts';
import { leftFiles } from '../standing.ts';
import { visible } from '../visible.ts';
import { capped, groupedBy, type Look } from './section.ts';

const LINES = 5;

/** Files that were not read, not parsed, or not proven, by reason. */
export function filesLeft(report: Report, look: Look): string[][] {
  const { failed, partly, skipped } = leftFiles(report);
  return [
    fileSection(look.colors.red('Failed, left as they were'), failed, LINES, look),
    fileSection('Not parsed, only what is certain was done', partly, LINES, look),
    fileSection('Skipped', skipped, 1, look),
  ];
}

function fileSection(title: string, files: readonly FileReport[], limit: number, look: Look): string[] {
  if (files.length === 0) return [];
  const groups = groupedBy(files, ({ reason = 'no reason given' }) => reason).flatMap(([reason, members]) => [
    `  ${visible(reason)} ${look.colors.dim(`(${members.length})`)}`,
    ...capped(
      members.map(({ path }) => visible(path)),
      limit,
      '    ',
      look,
    ),
  ]);
  return [`${look.colors.bold(title)}: ${counted(files.length, 'file')}`, ...groups];
}
