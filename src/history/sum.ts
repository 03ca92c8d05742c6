import type { HistoryPoint, StateCounts } from '../types/inventory.ts';
import { NONE } from './look.ts';

/** The files of a tree that hold hosts, added up as they come and go. */
export interface Sum {
  /** Says what a file holds now; `undefined` where that is nothing, or where there is no file. */
  set(path: string, holds: StateCounts | undefined): void;
  now(): Pick<HistoryPoint, 'files' | 'occurrences' | 'kept'>;
}

const STATES = Object.keys(NONE) as (keyof StateCounts)[];

/** An empty sum; `isKept` says of a path whether the configuration keeps what is in it. */
export function createSum(isKept: (path: string) => boolean): Sum {
  const holding = new Map<string, StateCounts>();
  const files = { ...NONE } as Record<keyof StateCounts, number>;
  const occurrences = { ...files };
  let kept = 0;
  const add = (path: string, holds: StateCounts, sign: 1 | -1): void => {
    for (const state of STATES) {
      if (holds[state] === 0) continue;
      files[state] += sign;
      occurrences[state] += sign * holds[state];
    }
    if (holds.retired > 0 && isKept(path)) kept += sign;
  };
  return {
    set(path, holds) {
      const held = holding.get(path);
      if (held) {
        add(path, held, -1);
        holding.delete(path);
      }
      if (!holds) return;
      add(path, holds, 1);
      holding.set(path, holds);
    },
    now: () => ({ files: { ...files }, occurrences: { ...occurrences }, kept }),
  };
}
