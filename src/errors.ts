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
