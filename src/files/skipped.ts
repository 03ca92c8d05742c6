/** A path that is not scanned although it stands in the tree, and why: a lower-case noun phrase. */
export interface Skipped {
  readonly path: string;
  readonly reason: string;
  /** It, or what it holds, is tracked and not in the work tree. */
  readonly outside?: true;
}
