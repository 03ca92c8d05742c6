import { UserError } from '../core/user-error.ts';
import { headOf, unlist } from '../files/commit.ts';
import { type Journal, listRuns, readJournal, removeRun } from '../files/journal.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import { withLock } from '../files/lock.ts';
import { hasStore, type Store } from '../files/store.ts';
import { type Undone, undo } from '../files/undo.ts';
import { demandIdle, uncommitted } from '../files/work-tree.ts';
import { keepRecord, lastSeries, readRecord } from './record.ts';

/** Takes back what a series that was killed had written and not committed; its commits stand. Throws UserError for files that changed since. */
export async function resume(store: Store): Promise<void> {
  for (const journal of await pending(store)) {
    const { refused, run } = await takeBack(store, journal);
    if (refused.length === 0) continue;
    const names = refused.map(({ path, reason }) => `${path} (${reason})`);
    throw new UserError(
      `the last series of commits was killed, and not all of its files can be taken back: ${names.join(', ')}`,
      {
        hint: `commit them, or take them back with \`git restore\`, then run \`redomain undo ${run}\``,
      },
    );
  }
}

/** `undo` where a series of commits may have been the last run. Throws UserError, naming the commands of git, where all of it is committed. */
export async function undoLast(store: Store, run?: string): Promise<Undone> {
  if (run !== undefined || !hasStore(store)) return undo(store, run);
  const [journal] = (await pending(store)).toReversed();
  if (journal) return takeBack(store, journal);
  const series = await lastSeries(store);
  if (!series) return undo(store);
  const [base, head] = [series.base.slice(0, 12), series.head.slice(0, 12)];
  throw new UserError(`the last run is committed, in ${base}..${head}`, {
    hint: `\`git revert --no-edit ${base}..${head}\` takes it back by new commits; \`git reset --keep ${base}\` drops the commits, where they are the last ones and not pushed`,
  });
}

async function takeBack(store: Store, { run, files }: Journal): Promise<Undone> {
  const undone = undo(store, run);
  const created = files.filter(({ before }) => before === null).map(({ path }) => path);
  await unlist(store.root, undone.refused.length === 0 ? created : []);
  return undone;
}

/** The journals of series that hold what is not committed; those of which all is committed are forgotten. */
async function pending(store: Store): Promise<Journal[]> {
  if (!hasStore(store)) return [];
  const { root } = store;
  const journals = listRuns(store)
    .map((run) => readJournal(store, run))
    .filter(({ series }) => series);
  if (journals.length === 0) return [];
  await demandIdle(root);
  const created = journals.flatMap(({ files }) => files.filter(({ before }) => before === null).map(({ path }) => path));
  const differing = await uncommitted(root, created);
  const left = journals.filter(({ files }) => files.some(({ path }) => differing.has(path)));
  const done = journals.filter((journal) => !left.includes(journal));
  if (done.length > 0) {
    withLock(store, () => {
      for (const journal of done) forget(store, journal);
    });
    await recordHead(store);
  }
  return left;
}

function forget(store: Store, journal: Journal): void {
  removeTemporaries(store.root, journal);
  removeRun(store, journal.run);
}

/** A series that was killed between a commit and the word of it: the commit is its last one. */
async function recordHead(store: Store): Promise<void> {
  const record = readRecord(store);
  if (record && !record.ended) keepRecord(store, { ...record, head: await headOf(store.root) });
}
