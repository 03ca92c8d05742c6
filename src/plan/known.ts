import type { Governed } from '../core/governed.ts';
import type { Matcher } from '../core/match.ts';
import type { Scope } from '../core/scope.ts';
import type { Language } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { Reason } from '../types/reason.ts';
import type { SourceFile } from '../types/source.ts';
import type { Constraints } from './constraints.ts';
import type { PlannerOptions } from './file-plan.ts';

/** What a planner is compiled of, for all files. */
export interface Compiled extends Omit<PlannerOptions, 'unreachable'> {
  readonly matcher: Matcher;
  readonly scope: Scope;
  /** Why a module cannot be imported where a file is packaged. */
  readonly lacks: (module: DomainModule | undefined, path: string) => Reason | undefined;
}

/** What is known of one file before it is read. */
export interface Known {
  readonly file: SourceFile;
  readonly language: Language;
  readonly found: readonly Governed[];
  /** The module that the file may import. */
  readonly module: DomainModule | undefined;
  /** Why the module cannot be imported where the file is packaged. */
  readonly lacking: Reason | undefined;
  readonly doubt: Reason | undefined;
  readonly constraints: Constraints;
}
