/**
 * Preloaded into a run: counts the calls that change a file system, kills the process at the call whose number is KILL_AT (a write
 * then leaves half of its bytes), and without a kill says on exit how many there were, in the file KILL_COUNT.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

const CHANGING =
  'openSync writeSync fsyncSync fchmodSync fchownSync closeSync renameSync mkdirSync linkSync unlinkSync rmSync rmdirSync writeFileSync'.split(
    ' ',
  );
const limit = Number(process.env.KILL_AT);
const report = process.env.KILL_COUNT;
let calls = 0;

if (isMainThread) {
  const { writeFileSync } = fs;
  let begun = false;
  for (const name of CHANGING) {
    const real = fs[name];
    fs[name] = (...values) => {
      begun ||=
        typeof values[0] === 'string' && (values[0].startsWith(process.env.KILL_STORE) || values[0].includes('.redomain-'));
      if (begun && ++calls === limit) {
        if (name === 'writeSync') real(values[0], values[1], values[2] ?? 0, (values[1].length - (values[2] ?? 0)) >> 1);
        process.kill(process.pid, 'SIGKILL');
      }
      return real(...values);
    };
  }
  syncBuiltinESMExports();
  if (report) process.on('exit', () => writeFileSync(report, String(calls)));
}
