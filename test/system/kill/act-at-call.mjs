/** Preloaded into a run: at the call ACT_AT (`renameSync:3`, the third) it runs the shell command ACT first; `$PPID` is the run itself. */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { isMainThread } from 'node:worker_threads';

if (isMainThread && process.env.ACT_AT) {
  const [name, number] = process.env.ACT_AT.split(':');
  const real = fs[name];
  let calls = 0;
  fs[name] = (...values) => {
    if (++calls === Number(number)) execFileSync('sh', ['-c', process.env.ACT]);
    return real(...values);
  };
  syncBuiltinESMExports();
}
