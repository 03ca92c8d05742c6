import type { Change, Report } from '../types.ts';

export interface ReporterOptions {
  /** The changes of the plan in path order; read once. */
  readonly changes: () => Iterable<Change>;
  readonly diff: boolean;
  readonly color: boolean;
  readonly verbose: boolean;
  readonly quiet: boolean;
  /** Columns of the terminal; `Infinity` where there is none. */
  readonly width: number;
  /** What else was typed that a next command has to repeat, quoted for a shell: ` --config my.yaml src`; may be empty. */
  readonly narrowing: string;
}

/** A report as pieces to be written one after the other. Text is written as UTF-8; bytes are for files in another encoding. */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string | Uint8Array>;

/** One line per `--format`. */
export const reporters: Readonly<Record<'text' | 'json' | 'diff', () => Promise<Reporter>>> = {
  text: async () => (await import('./text.ts')).text,
  json: async () => (await import('./json.ts')).json,
  diff: async () => (await import('./diff.ts')).diff,
};
