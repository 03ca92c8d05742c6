import { counted, grouped } from '../../core/counted.ts';
import type { BaselineEntry, Report } from '../../types/report.ts';
import { visible } from '../visible.ts';
import { capped, type Look } from './section.ts';

const LINES = 10;

/** What a check made of its baseline: what it knows, what is settled, and what an update took in. */
export function baselineLines({ baseline }: Report, look: Look): string[] {
  if (!baseline) return [];
  const { file, known, vanished, added } = baseline;
  const { bold, dim } = look.colors;
  const list = (entries: readonly BaselineEntry[]): string[] => capped(entries.map(lineOf), LINES, '    ', look);
  const updated = added ? `, written anew: ${grouped(added.length)} added, ${grouped(vanished.length)} taken out` : '';
  return [
    `${bold(`Baseline ${visible(file)}`)}: ${counted(known, 'finding')} known${updated}`,
    ...(added && added.length > 0 ? ['  added, these pass from now on', ...list(added)] : []),
    ...(vanished.length > 0
      ? [
          `  settled${added ? ', taken out' : ` ${dim('(redomain --check --update-baseline takes them out)')}`}`,
          ...list(vanished),
        ]
      : []),
  ];
}

/** What a run for changed lines left out of account. */
export function sinceLine({ since }: Report, { colors }: Look): string[] {
  if (!since) return [];
  const rest =
    since.unchanged === 0
      ? 'nothing else in these files'
      : `${counted(since.unchanged, 'finding')} on other lines of these files, not counted`;
  return [`${colors.bold(`Changed since ${visible(since.ref)}`)}: ${rest}`];
}

function lineOf({ rule, path, word, context }: BaselineEntry): string {
  return `${visible(path)}  ${visible(word)}  ${rule}, ${visible(context)}`;
}
