import { parentPort, workerData } from 'node:worker_threads';
import { createScanner, type ScanOptions } from './scan.ts';

const scanner = createScanner(workerData as ScanOptions);

let last = Promise.resolve();
parentPort!.on('message', (paths: readonly string[]) => {
  last = last.then(async () => parentPort!.postMessage(await scanner.scan(paths)));
});
