import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Batch, createScan, type ScanOptions } from './scan.ts';

const BATCH = 32;
/** Batches that wait at a thread, so that it is not idle while this one is busy. */
const AHEAD = 2;
/** Below this many files, starting threads costs more than it brings. */
const ALONE = 400;

/** Scans all paths, in as many threads as pay, this one among them; the answer does not depend on their number. `jobs`: at most so many, default the cores. */
export async function scanAll(
  options: ScanOptions,
  paths: readonly string[],
  jobs: number | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<Batch> {
  const batches: string[][] = [];
  for (let at = 0; at < paths.length; at += BATCH) batches.push(paths.slice(at, at + BATCH));
  const done: Batch[] = [];
  let files = 0;
  const finished = (index: number, batch: Batch): void => {
    done[index] = batch;
    files += batches[index]!.length;
    onProgress(files, paths.length);
  };
  let next = 0;
  const queue: Queue = { batches, take: () => (next < batches.length ? next++ : undefined), finished };
  const threads = paths.length < ALONE ? 1 : Math.min(jobs ?? availableParallelism(), batches.length);
  const code = new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);
  const workers = Array.from({ length: threads - 1 }, () => new Worker(code, { workerData: options }));
  try {
    await Promise.all([...workers.map((worker) => feed(worker, queue)), work(createScan(options), queue)]);
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return {
    files: done.flatMap((batch) => batch.files),
    scanned: done.reduce((sum, batch) => sum + batch.scanned, 0),
    bytes: done.reduce((sum, batch) => sum + batch.bytes, 0),
    records: done.flatMap((batch) => batch.records),
  };
}

interface Queue {
  readonly batches: readonly string[][];
  /** The index of a batch that nobody has taken. */
  take(): number | undefined;
  finished(index: number, batch: Batch): void;
}

/** This thread's share of the work. */
async function work(scan: ReturnType<typeof createScan>, { batches, take, finished }: Queue): Promise<void> {
  for (let index = take(); index !== undefined; index = take()) {
    finished(index, await scan(batches[index]!));
    await setImmediate();
  }
}

/** Another thread's share of the work; rejects with its error. */
function feed(worker: Worker, { batches, take, finished }: Queue): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent: number[] = [];
    const send = (): void => {
      const index = take();
      if (index !== undefined) {
        sent.push(index);
        worker.postMessage(batches[index]);
      } else if (sent.length === 0) resolve();
    };
    worker.on('message', (batch: Batch) => {
      finished(sent.shift()!, batch);
      send();
    });
    worker.on('error', reject);
    for (let count = 0; count < AHEAD; count++) send();
  });
}
