import { counted, grouped } from '../core/counted.ts';
import type { History, HistoryPoint, StateCounts } from '../types/inventory.ts';

/** How many files held hosts of one state, point by point. */
export interface Series {
  readonly state: keyof StateCounts;
  /** `files with retired hosts`. */
  readonly title: string;
  readonly values: readonly number[];
}

/** What is worth a line: the retired and the canonical hosts, or where no configuration tells them apart the hosts of the domains. */
export function seriesOf({ apexes, points }: History): Series[] {
  const ever = (state: keyof StateCounts): boolean => points.some(({ files }) => files[state] > 0);
  const told = (['retired', 'canonical'] as const).filter((state) => apexes === undefined || ever(state));
  const states = told.length > 0 ? told : (['unknown'] as const);
  return states.map((state) => ({
    state,
    title: state === 'unknown' ? `files with hosts of ${apexes!.join(', ')}` : `files with ${state} hosts`,
    values: points.map(({ files }) => files[state]),
  }));
}

const EACH: Readonly<Record<History['sampling'], string>> = {
  commit: 'every commit',
  hour: 'the last commit of each hour',
  '6 hours': 'the last commit of every six hours',
  day: 'the last commit of each day',
  week: 'the last commit of each week',
  month: 'the last commit of each month',
  year: 'the last commit of each year',
};

/** Which commits the points are, and what they count; sentences without their full stop. */
export function samplingSaid({ sampling, commits, points, apexes }: History): string[] {
  const of = sampling === 'commit' ? '' : ` of ${counted(commits, 'commit')}`;
  const what = apexes
    ? `hosts of ${apexes.join(', ')}`
    : 'what the configuration of today calls retired and canonical, without the files that it ignores';
  return [
    `${counted(points.length, 'point')}: ${EACH[sampling]}${of} along the first parents of HEAD, so that a merge counts when it arrives; times are in UTC`,
    `It counts ${what}`,
  ];
}

/** What the history does not know, as sentences without their full stop. */
export function gapsOf({ shallow, blobs }: History): string[] {
  const { missing, large } = blobs;
  return [
    ...(shallow ? ['The clone is shallow and lacks older commits: `git fetch --unshallow` gets them'] : []),
    ...(missing > 0 ? [`This repository lacks ${counted(missing, 'version')} of files: they count as if they held no host`] : []),
    ...(large > 0 ? [`${counted(large, 'version')} of files over 128 MiB: not looked at`] : []),
  ];
}

/** From the first point to the last, and the highest where that is neither. */
export function trendOf({ points }: History, { values }: Series): string {
  const [first = 0, last = 0] = [values[0], values.at(-1)];
  if (points.length === 1) return grouped(first);
  const most = Math.max(...values);
  const top = most > first && most > last ? `, at most ${grouped(most)} on ${dayOf(points[values.indexOf(most)]!)}` : '';
  return `${grouped(first)} → ${grouped(last)}${top}`;
}

/** The time between the first point and the last, as `Over 4 days`. */
export function spanOf({ points }: History): string {
  if (points.length === 1) return 'At one commit';
  const hours = Math.abs(Date.parse(points.at(-1)!.date) - Date.parse(points[0]!.date)) / 3_600_000;
  if (hours < 1) return 'Within an hour';
  return `Over ${hours < 48 ? counted(Math.round(hours), 'hour') : counted(Math.round(hours / 24), 'day')}`;
}

/** `2025-09-15 20:52`. */
export function minuteOf({ date }: HistoryPoint): string {
  return date.slice(0, 16).replace('T', ' ');
}

function dayOf({ date }: HistoryPoint): string {
  return date.slice(0, 10);
}
