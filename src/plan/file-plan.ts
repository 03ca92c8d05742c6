import type { Constraint } from '../types/constraint.ts';
import type { Language } from '../types/language.ts';
import type { DomainModule, Policy } from '../types/policy.ts';
import type { FileReport, Finding } from '../types/report.ts';
import type { SourceFile } from '../types/source.ts';
import type { ModuleResolver } from './change.ts';
import type { Count } from './counts.ts';
import type { Keyed } from './keyed.ts';

/** All that a run needs to know of one file that holds a governed host. */
export interface FilePlan {
  readonly report: FileReport;
  readonly findings: readonly Finding[];
  readonly counts: readonly Count[];
  /** Absent where there are none. */
  readonly keyed?: readonly Keyed[];
  /** The text after the edits; equal to the original when nothing changes. */
  readonly output: string;
}

export interface Planner {
  /** Whether a file can import a module that is missing where the file is packaged; `holds` says whether a word stands in it. */
  mayLack(path: string, language: string, holds: (word: string) => boolean): boolean;
  /**
   * The plan of one file under constraints, or `undefined` when it holds no governed host and there is nothing else to say. Asked again with more
   * constraints, it plans anew. Never throws for what a file contains.
   */
  plan(file: SourceFile, language: Language, constraints?: readonly Constraint[]): FilePlan | undefined;
}

export interface PlannerOptions {
  readonly policy: Policy;
  readonly unsafe: boolean;
  /** ISO date, against which suppressions expire. */
  readonly today: string;
  readonly resolve: ModuleResolver;
  /** Why a file cannot import a module that is missing where the file is packaged: where, as a noun phrase. */
  readonly unreachable?: ((module: DomainModule, path: string) => string | undefined) | undefined;
}
