import type { Detail, ReasonCode } from '../types/reason.ts';

/** What redomain knows of one code: everything that is said of it follows from this object. */
export interface ReasonPage {
  readonly code: ReasonCode;
  /** The heading under which reports gather the places of this code: a noun phrase without particulars. */
  readonly title: string;
  /** What a person reads at the place: a clause in lower case without a full stop, whose subject is what it is about. */
  sentence(detail: Detail): string;
  /** It speaks of the meaning of the host, and so binds the same host elsewhere in its function. */
  readonly speaksOfHost?: true;
}
