import type { Change, Report } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';

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
  /** The run looked at what is staged, and not at the work tree. */
  readonly staged?: boolean | undefined;
  /** A file as the findings speak of it, before anything was written; `undefined` where there is none. */
  readonly sourceOf: (path: string) => SourceFile | undefined;
  /** The way from the top of the repository to the root, with a slash at its end; empty where they are one. Services know files from the top. */
  readonly below: string;
  /** Of redomain. */
  readonly version: string;
}

/** A report as pieces to be written one after the other. Text is written as UTF-8; bytes are for files in another encoding. */
export type Reporter = (report: Report, options: ReporterOptions) => Iterable<string | Uint8Array>;
