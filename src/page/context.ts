import type { Filter } from './filter.ts';
import type { Marks } from './marks.ts';
import type { ChangedFile, Model } from './model.ts';
import type { View } from './route.ts';

/** What the parts of the page share. */
export interface Context {
  readonly model: Model;
  readonly marks: Marks;
  readonly split: () => boolean;
  /** Leads to a part of the page, under a filter. */
  readonly go: (view: View, filter: Partial<Filter>) => void;
  /** Tells the others that marks have changed. */
  readonly marked: () => void;
}

/** One part of the page. */
export interface Part {
  /** Draws what passes the filter. */
  show(filter: Filter): void;
  /** Draws all of it, folded parts as well, for paper. */
  unfold(): void;
}

/** Whether nothing in a file needs a look any more: it is seen, or approved patterns explain all of it. */
export function isSettled(file: ChangedFile, marks: Marks): boolean {
  return marks.seen.has(file.digest) || isExplained(file, marks);
}

/** Whether every text that changes in a file follows an approved pattern. */
export function isExplained({ swaps }: ChangedFile, marks: Marks): boolean {
  return swaps.length > 0 && swaps.every(({ pattern }) => marks.approved.has(pattern.key));
}
