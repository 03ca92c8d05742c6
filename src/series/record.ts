import { isInHistory } from '../files/commit.ts';
import { listRuns, newRun } from '../files/journal.ts';
import { readKept, writeKept } from '../files/kept.ts';

/** What is kept of the last series of commits. */
export interface SeriesRecord {
  /** The commit before the first of the series. */
  readonly base: string;
  /** The last commit of the series. */
  readonly head: string;
  /** When that was made: sorts with the names of runs. */
  readonly at: string;
  /** Whether the series went to its end. */
  readonly ended: boolean;
}

const NAME = 'series.json';

/** Keeps what a series has come to. That it may fail does no harm: the commits are in git. */
export function keepRecord(root: string, record: Omit<SeriesRecord, 'at'>): void {
  writeKept(root, NAME, { ...record, at: newRun() });
}

/** The last series, where one has made commits. */
export function readRecord(root: string): SeriesRecord | undefined {
  return readKept(root, NAME) as SeriesRecord | undefined;
}

/** The last series, where it is what was written last here and its commits still are in the history of HEAD. */
export async function lastSeries(root: string): Promise<SeriesRecord | undefined> {
  const record = readRecord(root);
  if (!record || record.head === record.base || (listRuns(root).at(-1) ?? '') > record.at) return undefined;
  return (await isInHistory(root, record.head)) ? record : undefined;
}
