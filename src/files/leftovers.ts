import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Journal, listRuns, readJournal, removeRun } from './journal.ts';
import { temporaryName } from './name.ts';
import { faultOfPlace } from './place.ts';

/** Removes what killed runs left in the tree and in the store, apart from what `undo` needs. The lock must be held. */
export function removeLeftovers(root: string): void {
  removeUnbegun(root);
  const latest = listRuns(root).at(-1);
  if (latest === undefined) return;
  let journal: Journal;
  try {
    journal = readJournal(root, latest);
  } catch {
    return;
  }
  removeTemporaries(root, journal);
}

/** Removes what runs left that were killed before they had kept all originals: they changed nothing. */
export function removeUnbegun(root: string): void {
  const runs = path.join(root, '.redomain', 'runs');
  const begun = new Set(listRuns(root));
  for (const run of existsSync(runs) ? readdirSync(runs) : []) if (!begun.has(run)) removeRun(root, run);
}

/** Removes the contents that a run was killed over before they took their file's place. */
export function removeTemporaries(root: string, journal: Journal): void {
  for (const { path: file, index } of journal.files) {
    if (faultOfPlace(root, file)) continue;
    rmSync(path.join(root, path.dirname(file), temporaryName(journal.run, index)), { force: true });
  }
}
