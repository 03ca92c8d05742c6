/** The whole program, of which a run loads what it needs. `launch` starts it. */
export interface Program {
  /** The command line, on the arguments of the process. */
  readonly cli: () => Promise<unknown>;
  /** A thread of `scanAll`. */
  readonly scanWorker: () => Promise<unknown>;
}

export const cli: Program['cli'] = async () => (await import('./main.ts')).start();
export const scanWorker: Program['scanWorker'] = () => import('../scan/worker.ts');
