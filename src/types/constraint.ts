import type { Reason } from './reason.ts';

/** What limits what may become of hosts in a file, before anything is known of the places themselves. Plain JSON. */
export interface Constraint {
  /** The whole file; the host that begins at an offset; or the hosts in a key, by the text of the key. */
  readonly where: 'file' | { readonly at: number } | { readonly key: string };
  /**
   * `keep`: it stays, and nobody is asked. `review`: a person decides about each retired host. `literal`: no constant stands in it. `unchanged`:
   * what would change is for review.
   */
  readonly verdict: 'keep' | 'review' | 'literal' | 'unchanged';
  readonly reason: Reason;
  /** Not even `--unsafe` rewrites it. */
  readonly firm?: true | undefined;
}
