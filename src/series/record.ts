import { z } from 'zod';
import { isInHistory } from '../files/commit.ts';
import { listRuns } from '../files/journal.ts';
import { readKept, writeKept } from '../files/kept.ts';
import { isRun, newRun, orderOf } from '../files/run-name.ts';
import type { Store } from '../files/store.ts';

const COMMIT = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** What is kept of the last series of commits. */
const RECORD = z.strictObject({
  /** The commit before the first of the series. */
  base: COMMIT,
  /** The last commit of the series. */
  head: COMMIT,
  /** Its place among the runs: a name such as theirs. */
  at: z.string().refine(isRun),
  /** Whether the series went to its end. */
  ended: z.boolean(),
});
export type SeriesRecord = z.infer<typeof RECORD>;

const NAME = 'series.json';

/** Keeps what a series has come to. That it may fail does no harm: the commits are in git. */
export function keepRecord(store: Store, record: Omit<SeriesRecord, 'at'>): void {
  try {
    writeKept(store, NAME, { ...record, at: newRun(store) });
  } catch {
    // The disk may be full.
  }
}

/** The last series, where one has made commits. */
export function readRecord(store: Store): SeriesRecord | undefined {
  return readKept(store, NAME, RECORD);
}

/** The last series, where it is what was written last here and its commits still are in the history of HEAD. */
export async function lastSeries(store: Store): Promise<SeriesRecord | undefined> {
  const record = readRecord(store);
  if (!record || record.head === record.base || orderOf(listRuns(store).at(-1) ?? '') > orderOf(record.at)) return undefined;
  return (await isInHistory(store.root, record.head)) ? record : undefined;
}
