import { UserError } from '../core/user-error.ts';
import { type Commit, commitsSince } from '../files/git-history.ts';
import { neverBack } from './sampling.ts';

const DURATION = /^(\d{1,4})([hdwmy])$/;
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/**
 * The index of the commit with which a history begins that is asked for from a commit or a time on: the one that stood when the time began.
 * Throws UserError for what is neither.
 */
export async function beginningOf(root: string, commits: readonly Commit[], since: string, now: Date): Promise<number> {
  const duration = DURATION.exec(since);
  if (duration) return indexAt(commits, before(now, Number(duration[1]), duration[2]!));
  const count = await commitsSince(root, since);
  if (count !== undefined) return Math.max(0, commits.length - 1 - count);
  const date = DATE.test(since) ? Date.parse(/T\d{2}:\d{2}(?::\d{2})?$/.test(since) ? `${since}Z` : since) : Number.NaN;
  if (!Number.isNaN(date)) return indexAt(commits, date);
  throw new UserError(`--since takes a commit or a time, and git knows no commit ${JSON.stringify(since)}`, {
    hint: 'such as --since v1.2, --since 2025-09-01 or --since 90d (h, d, w, m, y)',
  });
}

/** In milliseconds since 1970. */
function before(now: Date, count: number, unit: string): number {
  const day = 24 * 60 * 60 * 1000;
  const fixed: Readonly<Record<string, number>> = { h: day / 24, d: day, w: 7 * day };
  if (fixed[unit] !== undefined) return now.getTime() - count * fixed[unit];
  const date = new Date(now);
  date.setUTCMonth(date.getUTCMonth() - (unit === 'y' ? 12 * count : count));
  return date.getTime();
}

/** The last commit that is not younger, or the first one. */
function indexAt(commits: readonly Commit[], milliseconds: number): number {
  const times = neverBack(commits.map(({ time }) => time));
  return Math.max(
    0,
    times.findLastIndex((time) => time * 1000 <= milliseconds),
  );
}
