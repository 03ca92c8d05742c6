import type { ChildProcess } from 'node:child_process';
import { shortageOf } from '../core/user-error.ts';

/** A process whose output can be read. Throws UserError where the system had no descriptors left for it: such a process has no streams. */
export function started(child: ChildProcess): ChildProcess {
  if (child.stdout && child.stderr) return child;
  child.on('error', () => {});
  throw shortageOf({ code: 'EMFILE' })!;
}
