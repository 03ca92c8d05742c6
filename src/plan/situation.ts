import type { Matcher } from '../core/match.ts';
import type { Suppressions } from '../core/suppress.ts';
import type { Delivery, DomainModule, Policy } from '../types/policy.ts';
import type { Declined } from './declined.ts';

/** What the decisions of one file rest on, beside its reading and the occurrences. */
export interface Situation {
  /** Of the file. */
  readonly text: string;
  readonly policy: Policy;
  readonly matcher: Matcher;
  readonly delivery: Delivery | undefined;
  /** The module whose scope holds the file, when the file's language can import it. */
  readonly module: DomainModule | undefined;
  /** Rewrites what is for review where a rewrite is possible at all. */
  readonly unsafe: boolean;
  readonly suppressions: Suppressions;
  /** Why nothing in the file may be edited: it is generated, or it is the configuration. */
  readonly kept: string | undefined;
  /** Why everything in the file is for review. */
  readonly hold: string | undefined;
  /** Why a key is for review, by its text: the same key in another place is. */
  readonly twins: ReadonlyMap<string, string> | undefined;
  readonly declined: Declined | undefined;
  /** Nothing in the file may be rewritten, whoever wants it. */
  readonly readOnly: boolean;
}
