export interface Flag {
  /** Without the dashes. */
  readonly name: string;
  readonly alias?: string;
  readonly type: 'boolean' | 'string' | 'number';
  /** What stands for the value in the help, upper case. */
  readonly value?: string;
  readonly choices?: readonly string[];
  /** The value may be left out: what then is meant, and which words are a value. */
  readonly optional?: { readonly absent: string; readonly taken: RegExp };
  readonly default?: string;
  /** One line, for `--help`. */
  readonly describe: string;
  /** What docs/command-line.md adds to that line, in Markdown; may be empty. */
  readonly docs: string;
}
