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
