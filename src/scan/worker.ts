import { parentPort, workerData } from 'node:worker_threads';
import { createScan, type ScanOptions } from './scan.ts';

const scan = createScan(workerData as ScanOptions);

let last = Promise.resolve();
parentPort!.on('message', (paths: readonly string[]) => {
  last = last.then(async () => parentPort!.postMessage(await scan(paths)));
});
