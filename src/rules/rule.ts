import type { RuleName, Severity } from '../types/policy.ts';

/** A rule with the page that `redomain explain` prints. */
export interface Rule {
  readonly name: RuleName;
  /** Where the configuration says nothing. */
  readonly severity: Severity;
  /** One line, without a full stop. */
  readonly summary: string;
  /** Markdown, its title included: what the rule does, why it matters, an example, how to mend what it finds. */
  readonly page: string;
}
