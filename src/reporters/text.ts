import pico from 'picocolors';
import type { Report } from '../types/report.ts';
import { colouredPatch } from './coloured-patch.ts';
import type { ReporterOptions } from './reporter.ts';
import { baselineLines, sinceLine } from './text/baseline.ts';
import { brief } from './text/brief.ts';
import { filesLeft, findingsLeft } from './text/left.ts';
import { nextCommands, passed } from './text/next.ts';
import type { Look } from './text/section.ts';
import { seriesLines } from './text/series.ts';
import { headline, ledger, moduleLines, tallies } from './text/totals.ts';

/** The report for people: the diff first, so that totals, what is left and the next command are last on the screen. */
export function* text(report: Report, options: ReporterOptions): Generator<string> {
  const { verbose, width, narrowing } = options;
  const look: Look = { colors: pico.createColors(options.color), verbose, width, narrowing };
  if (options.quiet) {
    yield brief(report, look)
      .map((line) => `${line}\n`)
      .join('');
    return;
  }
  if (options.diff) {
    for (const change of options.changes()) {
      const patch = colouredPatch(change, look.colors);
      if (patch !== '') yield `${patch}\n`;
    }
  }
  const found = report.summary.occurrences > 0;
  const sections = [
    headline(report, look),
    ...(found ? [ledger(report, look), ...tallies(report, look)] : []),
    moduleLines(report, look),
    ...seriesLines(report, look),
    sinceLine(report, look),
    baselineLines(report, look),
    ...findingsLeft(report, look),
    ...filesLeft(report, look),
    nextCommands(report, look),
    passed(report, look),
  ];
  const printed = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  yield `${printed.join('\n\n')}\n`;
}
