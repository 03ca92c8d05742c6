import { grouped } from '../../core/counted.ts';
import type { History } from '../../types/inventory.ts';
import { minuteOf, type Series, seriesOf, trendOf } from '../over-time.ts';
import { type Markup, markup } from './markup.ts';

/** The drawing, in its own units, with room for labels on three sides. */
const WIDTH = 1000;
const HEIGHT = 320;
const ROOM = { left: 56, right: 120, top: 14, bottom: 30 };
/** Dates below the axis. */
const DATES = 7;
const HOUR = 3_600_000;
/** Height of a label. */
const LABEL = 16;
/** Points that have large dots. */
const FEW = 40;

/** A line for each state over time, from nothing to the highest; each point says its time, commit and number. */
export function lineChart(history: History): Markup {
  const series = seriesOf(history);
  const { points } = history;
  const times = points.map(({ date }) => Date.parse(date));
  const [begin, end] = [Math.min(...times), Math.max(...times)];
  const most = Math.max(1, ...series.flatMap(({ values }) => values));
  const step = stepOf(most);
  const ticks = Array.from({ length: 1 + Math.ceil(most / step) }, (_, index) => index * step);
  const x = (time: number): number =>
    ROOM.left + (end === begin ? 0.5 : (time - begin) / (end - begin)) * (WIDTH - ROOM.left - ROOM.right);
  const y = (value: number): number => HEIGHT - ROOM.bottom - (value / ticks.at(-1)!) * (HEIGHT - ROOM.top - ROOM.bottom);
  const grid = ticks.map(
    (tick) =>
      markup`<line class="grid" x1="${ROOM.left}" x2="${WIDTH - ROOM.right}" y1="${fixed(y(tick))}" y2="${fixed(y(tick))}"/><text x="${ROOM.left - 8}" y="${fixed(y(tick) + 4)}" text-anchor="end">${grouped(tick)}</text>`,
  );
  const dates = datesOf(begin, end).map(
    ([time, label]) => markup`<text x="${fixed(x(time))}" y="${HEIGHT - 8}" text-anchor="middle">${label}</text>`,
  );
  const ends = apart(series.map(({ values }) => y(values.at(-1)!)));
  const lines = series.map((one, number) => drawn(one, history, { x: (index) => x(times[index]!), y, end: ends[number]! }));
  const said = series.map((one) => `${one.title}: ${trendOf(history, one)}`).join('; ');
  return markup`<div class="wide-table" role="region" aria-label="Chart" tabindex="0"><svg class="line-chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${said}">${grid}${dates}${lines}</svg></div>`;
}

interface Placing {
  x(index: number): number;
  y(value: number): number;
  /** The height of the label at the end. */
  readonly end: number;
}

function drawn({ state, values }: Series, { points }: History, { x, y, end }: Placing): Markup {
  const path = values.map((value, index) => `${fixed(x(index))},${fixed(y(value))}`).join(' ');
  const dots = values.map(
    (value, index) =>
      markup`<circle cx="${fixed(x(index))}" cy="${fixed(y(value))}" r="${values.length > FEW ? 2 : 3.5}"><title>${minuteOf(points[index]!)} ${points[index]!.commit.slice(0, 10)}: ${grouped(value)} ${state}</title></circle>`,
  );
  const last = values.length - 1;
  const label = markup`<text class="end" x="${fixed(x(last) + 8)}" y="${fixed(end + 4)}">${grouped(values[last]!)} ${state}</text>`;
  return markup`<g class="of-${state}" data-series="${state}"><polyline points="${path}"/>${dots}${label}</g>`;
}

/** Heights of labels, moved where one would stand upon another. */
function apart(heights: readonly number[]): number[] {
  const [first = 0, second] = heights;
  if (second === undefined || Math.abs(second - first) >= LABEL) return [...heights];
  const middle = (first + second) / 2;
  return first < second ? [middle - LABEL / 2, middle + LABEL / 2] : [middle + LABEL / 2, middle - LABEL / 2];
}

/** The least of 1, 2, 2.5 and 5 times a power of ten of which at most four reach the highest value; a whole number. */
function stepOf(most: number): number {
  const least = most / 4;
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  const found = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((step) => step >= least && Number.isInteger(step));
  return found ?? 10 * power;
}

/** Hours between two dates below the axis, of which the least is taken that leaves few enough. */
const HOURS = [1, 3, 6, 12, 24, 48, 168, 336, 720, 1440, 2880, 8760, 17_520, 43_800];

/** The times that are written below the axis: full hours or midnights, or the first where there is none between. */
function datesOf(begin: number, end: number): [number, string][] {
  const hours = HOURS.find((count) => (end - begin) / (count * HOUR) <= DATES) ?? HOURS.at(-1)!;
  const step = hours * HOUR;
  const first = Math.ceil(begin / step) * step;
  const count = Math.max(0, Math.floor((end - first) / step) + 1);
  const times = count === 0 ? [begin] : Array.from({ length: count }, (_, index) => first + index * step);
  return times.map((time) => {
    const written = new Date(time).toISOString();
    return [time, hours < 24 ? written.slice(5, 16).replace('T', ' ') : written.slice(0, 10)];
  });
}

function fixed(value: number): string {
  return value.toFixed(1);
}
