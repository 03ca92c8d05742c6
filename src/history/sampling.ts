import type { History } from '../types/inventory.ts';

type Sampling = History['sampling'];

/** Points that one history has at most. */
const MOST = 200;

const HOUR = 3600;
const DAY = 24 * HOUR;
/** The first of January 1970 was a Thursday; weeks begin on Mondays. */
const THURSDAY = 3;

/** The number of the time that a second since 1970 lies in, from the shortest times to the longest. */
const PERIODS: readonly (readonly [Sampling, (second: number) => number])[] = [
  ['hour', (second) => Math.floor(second / HOUR)],
  ['6 hours', (second) => Math.floor(second / (6 * HOUR))],
  ['day', (second) => Math.floor(second / DAY)],
  ['week', (second) => Math.floor((Math.floor(second / DAY) + THURSDAY) / 7)],
  ['month', (second) => yearOf(second) * 12 + new Date(second * 1000).getUTCMonth()],
  ['year', yearOf],
];

/**
 * Which of some commits become points, by their times from the oldest to the newest: all, or the last of each hour, day and so on, the shortest time
 * of which there are few enough. The first and the last commit always do.
 */
export function sampled(
  times: readonly number[],
  most = MOST,
): { readonly sampling: Sampling; readonly indices: readonly number[] } {
  if (times.length <= most) return { sampling: 'commit', indices: [...times.keys()] };
  const steady = neverBack(times);
  for (const [sampling, periodOf] of PERIODS) {
    const indices = [...steady.keys()].filter(
      (index) => index === 0 || index === steady.length - 1 || periodOf(steady[index]!) !== periodOf(steady[index + 1]!),
    );
    if (indices.length <= most || sampling === 'year') return { sampling, indices };
  }
  throw new Error('the longest period was not reached');
}

/** The times as a clock would give them that never goes back, as the clocks of different authors do. */
export function neverBack(times: readonly number[]): number[] {
  let latest = Number.NEGATIVE_INFINITY;
  return times.map((time) => {
    latest = Math.max(latest, time);
    return latest;
  });
}

function yearOf(second: number): number {
  return new Date(second * 1000).getUTCFullYear();
}
