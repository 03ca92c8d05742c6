import type { Standing } from '../core/match.ts';
import type { Occurrence, View } from '../core/occurrence.ts';
import type { Detail } from '../types/reason.ts';
import type { ReasonPage } from './reason-page.ts';

/** A reason to leave a place for a person, which redomain finds by itself. */
export interface Guard extends ReasonPage {
  /** What has to be known of the host for the guard to be asked; default: it is retired. */
  readonly standings?: readonly Standing['state'][];
  /** Whether the reason holds at an occurrence, with what its sentence names. */
  holds(occurrence: Occurrence, view: View): Detail | boolean;
}
