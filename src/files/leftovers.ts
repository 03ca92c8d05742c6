import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Journal, listRuns, listUnbegun, readJournal, removeRun } from './journal.ts';
import { temporaryName } from './name.ts';
import { faultOfPlace } from './place.ts';
import type { Store } from './store.ts';

/** Removes what killed runs left in the tree and in the store, apart from what `undo` needs. The lock must be held. */
export function removeLeftovers(store: Store): void {
  removeUnbegun(store);
  const latest = listRuns(store).at(-1);
  if (latest === undefined) return;
  let journal: Journal;
  try {
    journal = readJournal(store, latest);
  } catch {
    return;
  }
  removeTemporaries(store.root, journal);
}

/** Removes what runs left that were killed before they had kept all originals: they changed nothing. */
export function removeUnbegun(store: Store): void {
  for (const run of listUnbegun(store)) removeRun(store, run);
}

/** Removes the contents that a run was killed over before they took their file's place. */
export function removeTemporaries(root: string, journal: Journal): void {
  for (const { path: file, index } of journal.files) {
    if (faultOfPlace(root, file)) continue;
    rmSync(path.join(root, path.dirname(file), temporaryName(journal.run, index)), { force: true });
  }
}
