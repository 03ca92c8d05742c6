export interface Progress {
  /** `noun`: what is counted, files where nothing is said. */
  readonly update: (done: number, total: number, noun?: string) => void;
  readonly stop: () => void;
}

const SILENT: Progress = { update: () => {}, stop: () => {} };

/** A bar on stderr, or nothing where stderr is no terminal, in CI, or when it is not wanted. Erased by `stop`. */
export async function openProgress(wanted: boolean): Promise<Progress> {
  if (!wanted || !process.stderr.isTTY || process.env.CI) return SILENT;
  const { SingleBar } = await import('cli-progress');
  const bar = new SingleBar({
    stream: process.stderr,
    format: '{bar} {percentage} % of {total} {noun}, {eta_formatted} left',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  let started = false;
  const stop = (): void => {
    if (!started) return;
    started = false;
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
    bar.stop();
  };
  /** Gives the terminal back, then dies of the same signal. */
  const interrupted = (signal: NodeJS.Signals): void => {
    stop();
    process.kill(process.pid, signal);
  };
  return {
    update(done, total, noun = 'files') {
      if (started && done === total) stop();
      else if (started) bar.update(done);
      else if (done < total) {
        bar.start(total, done, { noun });
        started = true;
        for (const signal of SIGNALS) process.once(signal, interrupted);
      }
    },
    stop,
  };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
