import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { userErrorOf } from '../core/user-error.ts';
import { threadsThatFit } from '../files/address-space.ts';
import { type Batch, createScanner, type Scanner, type ScanOptions } from './scan.ts';

const BATCH = 32;
/** Batches that wait at a thread, so that it is not idle while this one is busy. */
const AHEAD = 2;
/** Below this many files, starting threads costs more than it brings. */
const ALONE = 400;
/** Mebibytes of stack that V8 gives this thread, with what it keeps back in another one: what is nested too deeply in one is in all. */
const STACK = (984 + 192) / 1024;
/** One thread and its compiler keep two cores busy at first: a second one is thought of there after so many milliseconds … */
const WARM = 700;
/** … and begins where so many are left: it has all to compile anew. */
const WORTH = 5000;

/** Scans all paths, in as many threads as pay, this one among them; the answer does not depend on their number. `jobs`: so many where there is work for them, default by the cores. */
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
  const crew = openCrew(options, queue);
  const most = paths.length < ALONE ? 1 : Math.min(jobs ?? availableParallelism(), batches.length, threadsThatFit());
  const isTight = jobs === undefined && most === 2;
  const rest = forecast(paths.length);
  try {
    if (!isTight) crew.grow(most - 1);
    await work(createScanner(options), queue, () => {
      crew.check();
      if (isTight && crew.size() === 0 && rest(files) > WORTH) crew.grow(1);
    });
    await crew.finish();
  } finally {
    await crew.dismiss();
  }
  return {
    files: done.flatMap((batch) => batch.files),
    scanned: done.reduce((sum, batch) => sum + batch.scanned, 0),
    bytes: done.reduce((sum, batch) => sum + batch.bytes, 0),
    records: done.flatMap((batch) => batch.records),
  };
}

/** Tells now and then how many milliseconds are left when so many files are done, as they went since it told last; else 0. */
function forecast(total: number): (done: number) => number {
  let [then, before] = [performance.now(), 0];
  return (done) => {
    const passed = performance.now() - then;
    if (passed < WARM) return 0;
    const left = ((total - done) * passed) / Math.max(1, done - before);
    [then, before] = [then + passed, done];
    return left;
  };
}

/** The other threads. */
interface Crew {
  size(): number;
  grow(count: number): void;
  /** Throws the error of a thread, if there was one. */
  check(): void;
  /** Settles when the queue is empty and all is back; rejects with the error of a thread. */
  finish(): Promise<void>;
  dismiss(): Promise<void>;
}

function openCrew(options: ScanOptions, queue: Queue): Crew {
  const code = new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
  const workers: Worker[] = [];
  const shares: Promise<void>[] = [];
  let failure: { readonly error: unknown } | undefined;
  return {
    size: () => workers.length,
    grow(count) {
      for (let one = 0; one < count; one++) {
        const worker = new Worker(code, { workerData: options, resourceLimits: { stackSizeMb: STACK } });
        const share = feed(worker, queue);
        share.catch((error) => {
          failure ??= { error };
        });
        workers.push(worker);
        shares.push(share);
      }
    },
    check() {
      if (failure) throw failure.error;
    },
    async finish() {
      await Promise.all(shares);
    },
    async dismiss() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}

interface Queue {
  readonly batches: readonly string[][];
  /** The index of a batch that nobody has taken. */
  take(): number | undefined;
  finished(index: number, batch: Batch): void;
}

/** This thread's share of the work; `pause` is called after each batch. */
async function work(scanner: Scanner, { batches, take, finished }: Queue, pause: () => void): Promise<void> {
  for (let index = take(); index !== undefined; index = take()) {
    finished(index, await scanner.scan(batches[index]!));
    pause();
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
    worker.on('error', (error) => reject(userErrorOf(error) ?? error));
    for (let count = 0; count < AHEAD; count++) send();
  });
}
