const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `action` with a flag that SIGINT, SIGTERM and SIGHUP raise (their name is its reason), so that it can end in good order. A second signal ends the process at once. */
export async function interruptible<T>(action: (raised: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, interrupted);
  };
  const interrupted = (signal: NodeJS.Signals): void => {
    if (controller.signal.aborted) {
      release();
      process.kill(process.pid, signal);
    } else controller.abort(signal);
  };
  for (const signal of SIGNALS) process.on(signal, interrupted);
  try {
    return await action(controller.signal);
  } finally {
    release();
  }
}
