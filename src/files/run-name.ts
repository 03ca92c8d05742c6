import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { replaceFile } from './replace.ts';
import { listDirectory, makeDirectory, readKeptText, type Store } from './store.ts';

/** `000012-20261130T171845123Z-a1b2c3`: a number that grows by each run, when it began, and three bytes by chance. */
const RUN = /^(\d{6,15})-\d{8}T\d{9}Z-[0-9a-f]{6}$/;
const COUNTER = 'runs-begun';

/** Whether a name is one that `newRun` gives. */
export function isRun(name: string): boolean {
  return RUN.test(name);
}

/** The place of a run among all of its store; later runs have higher ones, whatever the clock says. */
export function orderOf(run: string): number {
  return Number(RUN.exec(run)?.[1] ?? 0);
}

/** The name of a run that begins now. Throws the errors of the system where the store takes nothing. */
export function newRun(store: Store): string {
  const begun = Math.max(counted(store), 0, ...listDirectory(store, 'runs').map(({ name }) => orderOf(name))) + 1;
  const file = path.join(makeDirectory(store), COUNTER);
  replaceFile(file, `${file}-${randomBytes(6).toString('hex')}.tmp`, Buffer.from(`${begun}\n`));
  const time = new Date().toISOString().replace(/[-:.]/g, '');
  return `${String(begun).padStart(6, '0')}-${time}-${randomBytes(3).toString('hex')}`;
}

function counted(store: Store): number {
  try {
    const text = readKeptText(store, COUNTER);
    return /^\d{1,15}\n$/.test(text) ? Number(text) : 0;
  } catch {
    return 0;
  }
}
