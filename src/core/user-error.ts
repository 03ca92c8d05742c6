/** An error that is the user's to mend: printed as message, location and hint, never with a stack. Exit code 2. */
export class UserError extends Error {
  readonly hint: string | undefined;
  /** `file`, `file:line` or `file:line:column`, 1-based. */
  readonly location: string | undefined;

  constructor(message: string, details: { hint?: string; location?: string } = {}) {
    super(message);
    this.name = 'UserError';
    this.hint = details.hint;
    this.location = details.location;
  }
}

/** A signal ended the work; what had been written was taken back. The process is to die of the same signal once the message is out. */
export class Interrupted extends UserError {
  readonly signal: string;

  constructor(signal: string, message: string, details: { hint?: string } = {}) {
    super(message, details);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

/** What a failure means that comes of a limit of the process, or of the system: not of redomain, nor of what it reads. */
export function shortageOf(error: unknown): UserError | undefined {
  const { code = '', message = '' } = (error ?? {}) as { readonly code?: string; readonly message?: string };
  const lacks = (...names: readonly string[]): boolean => names.some((name) => code === name || message.includes(name));
  if (message.includes('uv_cwd'))
    return new UserError('the working directory is no longer there', { hint: 'change to a directory that is, and run again' });
  if (lacks('EMFILE', 'ENFILE'))
    return new UserError('the system lets redomain open no more files', {
      hint: 'raise the limit of open files, such as with `ulimit -n 1024`',
    });
  if (lacks('ENOMEM', 'ERR_MEMORY_ALLOCATION_FAILED', 'ERR_WORKER_OUT_OF_MEMORY') || NO_MEMORY.test(message))
    return new UserError('the memory that redomain may use ran out', {
      hint: 'raise the limit (`ulimit -v unlimited`, or that of the container), run with --jobs 1, or name a part of the tree',
    });
  if (lacks('EAGAIN', 'ERR_WORKER_INIT_FAILED'))
    return new UserError('the system lets redomain start no more processes or threads', {
      hint: 'raise the limit of processes, such as with `ulimit -u 1024`, or run with --jobs 1',
    });
  return undefined;
}

/** As Node and V8 say it. */
const NO_MEMORY = /\bout of memory\b|allocation failed|unable to grow|allocate memory/i;

/** An error as one for the user to mend, where it is: also one that another thread threw, which comes as a copy. */
export function userErrorOf(error: unknown): UserError | undefined {
  if (error instanceof UserError) return error;
  const { name, message, hint, location } = (error ?? {}) as Partial<UserError>;
  if (name !== 'UserError') return shortageOf(error);
  return new UserError(String(message), { ...(hint ? { hint } : {}), ...(location ? { location } : {}) });
}
