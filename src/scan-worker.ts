import { parentPort, workerData } from 'node:worker_threads';
import { createScan, type ScanOptions } from './scan.ts';

const scan = createScan(workerData as ScanOptions);

parentPort!.on('message', async (paths: readonly string[]) => {
  parentPort!.postMessage(await scan(paths));
});
