import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type Batch, createScan, type ScanOptions } from './scan.ts';

const BATCH = 64;
/** Below this many files, starting threads costs more than it brings. */
const ALONE = 400;

/** Scans all paths, in as many threads as pay; the answer does not depend on their number. `jobs`: at most so many, default the cores. */
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
  const threads = paths.length < ALONE ? 1 : Math.min(jobs ?? availableParallelism(), batches.length);
  if (threads <= 1) {
    const scan = createScan(options);
    for (const [index, batch] of batches.entries()) finished(index, await scan(batch));
  } else {
    let next = 0;
    const take = (): number | undefined => (next < batches.length ? next++ : undefined);
    const code = new URL(import.meta.url.endsWith('.ts') ? './scan-worker.ts' : './scan-worker.js', import.meta.url);
    const workers = Array.from({ length: threads }, () => new Worker(code, { workerData: options }));
    try {
      await Promise.all(workers.map((worker) => feed(worker, take, batches, finished)));
    } finally {
      await Promise.all(workers.map((worker) => worker.terminate()));
    }
  }
  return {
    files: done.flatMap((batch) => batch.files),
    scanned: done.reduce((sum, batch) => sum + batch.scanned, 0),
    bytes: done.reduce((sum, batch) => sum + batch.bytes, 0),
  };
}

/** One thread's share of the work; rejects with the thread's error. */
function feed(
  worker: Worker,
  take: () => number | undefined,
  batches: readonly string[][],
  finished: (index: number, batch: Batch) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: number | undefined;
    const send = (): void => {
      current = take();
      if (current === undefined) resolve();
      else worker.postMessage(batches[current]);
    };
    worker.on('message', (batch: Batch) => {
      finished(current!, batch);
      send();
    });
    worker.on('error', reject);
    send();
  });
}
