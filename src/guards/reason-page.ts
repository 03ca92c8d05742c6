import type { DeliveryOfReason } from '../types/policy.ts';
import type { Detail, ReasonCode } from '../types/reason.ts';

/** What redomain knows of one code: everything that is said of it follows from this object. */
export interface ReasonPage {
  readonly code: ReasonCode;
  /** The heading under which reports gather the places of this code: a noun phrase without particulars, unique among all codes. */
  readonly title: string;
  /** What a person reads at the place: a clause in lower case without a full stop, whose subject is what it is about. */
  sentence(detail: Detail): string;
  /** Markdown, one to three sentences: why redomain does not simply change such a place, or why no constant can stand there. */
  readonly why: string;
  /** Markdown: what a person does about it. */
  readonly settle: string;
  /** YAML: a part of the configuration that settles it. */
  readonly entry?: string;
  /** What `deliver` may say of this reason, for codes that leave a place for review; first what fits more often. */
  readonly deliver?: readonly DeliveryOfReason['as'][];
  /** Markdown: when the reason occurs, where no single file can show it. */
  readonly occurs?: string;
  readonly examples?: Examples;
  /** It speaks of the meaning of the host, and so binds the same host elsewhere in its function. */
  readonly speaksOfHost?: true;
  /** It hangs on other hosts around the place, and is gone once these have changed. */
  readonly looksAround?: true;
}

/** Files to which a plan gives a reason, and files so like them to which it does not. */
export interface Examples {
  /** The configuration of the plan, as YAML; default: that of the fixtures. */
  readonly configuration?: string;
  readonly holds: readonly Example[];
  readonly passes: readonly Example[];
}

/** A whole file; its path tells its format. */
export interface Example {
  readonly file: string;
  readonly text: string;
}
