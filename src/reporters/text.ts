import pico from 'picocolors';
import type { Report } from '../types/report.ts';
import type { ReporterOptions } from './reporter.ts';
import { baselineLines, sinceLine } from './text/baseline.ts';
import { brief } from './text/brief.ts';
import { textDiff } from './text/diff.ts';
import { filesLeft } from './text/files-left.ts';
import { findingLines } from './text/findings.ts';
import { nextCommands, passed } from './text/next.ts';
import type { Look } from './text/section.ts';
import { seriesLines } from './text/series.ts';
import { ledger, moduleLines, tallies } from './text/totals.ts';
import { totalsLine } from './text/totals-line.ts';

/** The report for people: the diff, what a person has to see, one line of totals and the next command last on the screen. */
export function* text(report: Report, options: ReporterOptions): Generator<string> {
  const { verbose, width, narrowing } = options;
  const look: Look = { colors: pico.createColors(options.color), verbose, width, narrowing };
  if (options.quiet) {
    yield brief(report, look)
      .map((line) => `${line}\n`)
      .join('');
    return;
  }
  if (options.diff) yield* textDiff(report, options, look);
  const found = report.summary.occurrences > 0;
  const sections = [
    findingLines(report, options, look),
    ...filesLeft(report, look),
    ...seriesLines(report, look),
    sinceLine(report, look),
    baselineLines(report, look),
    ...(verbose && found ? [ledger(report, look), ...tallies(report, look)] : []),
    moduleLines(report, look),
    [totalsLine(report, look)],
    nextCommands(report, options, look),
    passed(report, look),
  ];
  const printed = sections.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  yield `${printed.join('\n\n')}\n`;
}
