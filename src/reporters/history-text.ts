import pico from 'picocolors';
import { grouped } from '../core/counted.ts';
import type { History } from '../types/inventory.ts';
import { gapsOf, minuteOf, type Series, samplingSaid, seriesOf, spanOf, trendOf } from './over-time.ts';
import { table } from './table.ts';
import { visible } from './visible.ts';

/** Points that the table shows without `--verbose`, and columns of a sparkline. */
const ROWS = 24;
const COLUMNS = 60;
const BARS = '▁▂▃▄▅▆▇█';

/** A history as sparklines, and a table of its points. */
export function historyText(
  history: History,
  { color, verbose }: { readonly color: boolean; readonly verbose: boolean },
): string {
  const colors = pico.createColors(color);
  const series = seriesOf(history);
  const { points } = history;
  const lines = table(
    series.map((one) => [one.title, sparkline(history, one), trendOf(history, one)]),
    '',
    3,
  );
  const kept = points.some((point) => point.kept > 0);
  const head = [
    'time',
    'commit',
    ...series.map(({ state }) => `${state} in files`),
    '±',
    ...(kept ? ['kept'] : []),
    'occurrences',
  ];
  const shown = verbose ? [...points.keys()] : spread(points.length, ROWS);
  const [first, ...rows] = shown.map((index, row) => {
    const point = points[index]!;
    const change = row === 0 ? 0 : series[0]!.values[index]! - series[0]!.values[shown[row - 1]!]!;
    return [
      ...[minuteOf(point), point.commit.slice(0, 10)],
      ...series.map(({ values }) => grouped(values[index]!)),
      change === 0 ? '·' : `${change < 0 ? '−' : '+'}${grouped(Math.abs(change))}`,
      ...(kept ? [grouped(point.kept)] : []),
      grouped(point.occurrences[series[0]!.state]),
    ];
  });
  const [title, ...body] = table([head, first!, ...rows], '', 2);
  const hidden = points.length - shown.length;
  return `${[
    colors.bold(spanOf(history)),
    ...lines.map(visible),
    '',
    colors.bold(title!),
    ...body,
    ...(hidden > 0 ? [colors.dim(`${grouped(hidden)} points between them not shown (--verbose lists all)`)] : []),
    '',
    ...samplingSaid(history).map((line) => colors.dim(visible(`${line}.`))),
    ...gapsOf(history).map((line) => colors.yellow(`${line}.`)),
  ].join('\n')}\n`;
}

/** One bar for each equal part of the time, or for each point where there are few; from nothing to the highest. */
function sparkline({ points }: History, { values }: Series): string {
  const times = points.map(({ date }) => Date.parse(date));
  const [begin, end] = [times[0]!, times.at(-1)!];
  const most = Math.max(1, ...values);
  const even = Array.from({ length: COLUMNS }, (_, column) => {
    const until = begin + ((end - begin) * (column + 1)) / COLUMNS;
    return values[
      Math.max(
        0,
        times.findLastIndex((time) => time <= until),
      )
    ]!;
  });
  const drawn = points.length <= COLUMNS || end <= begin ? values.slice(-COLUMNS) : even;
  return drawn.map((value) => BARS[Math.round((value / most) * (BARS.length - 1))]).join('');
}

/** At most so many indices, evenly spread, the first and the last among them. */
function spread(length: number, most: number): number[] {
  if (length <= most) return [...Array(length).keys()];
  return Array.from({ length: most }, (_, row) => Math.round((row * (length - 1)) / (most - 1)));
}
