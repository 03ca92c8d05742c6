import type { Matcher } from '../core/match.ts';
import type { Suppressions } from '../core/suppress.ts';
import type { DomainModule, Policy } from '../types/policy.ts';
import type { ReasonCode } from '../types/reason.ts';
import type { Constraints } from './constraints.ts';

/** What the decisions of one file rest on, beside its reading and the occurrences. */
export interface Situation {
  /** Of the file. */
  readonly text: string;
  readonly policy: Policy;
  readonly matcher: Matcher;
  /** The module whose scope holds the file, when the file's language can import it. */
  readonly module: DomainModule | undefined;
  /** Rewrites what is for review where a rewrite is possible at all. */
  readonly unsafe: boolean;
  readonly suppressions: Suppressions;
  readonly constraints: Constraints;
  /** What the configuration says of the places of one reason in this file. */
  readonly settled: (code: ReasonCode) => 'literal' | 'keep' | undefined;
}
