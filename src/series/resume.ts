import { UserError } from '../errors.ts';
import { headOf, unlist } from '../files/commit.ts';
import { type Journal, listRuns, readJournal, removeRun } from '../files/journal.ts';
import { removeTemporaries } from '../files/leftovers.ts';
import { withLock } from '../files/lock.ts';
import { hasStore } from '../files/store.ts';
import { type Undone, undo } from '../files/undo.ts';
import { demandIdle, uncommitted } from '../files/work-tree.ts';
import { keepRecord, lastSeries, readRecord } from './record.ts';

/** Takes back what a series that was killed had written and not committed; its commits stand. Throws UserError for files that changed since. */
export async function resume(root: string): Promise<void> {
  for (const journal of await pending(root)) {
    const { refused, run } = await takeBack(root, journal);
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
export async function undoLast(root: string, run?: string): Promise<Undone> {
  if (run !== undefined || !hasStore(root)) return undo(root, run);
  const [journal] = (await pending(root)).toReversed();
  if (journal) return takeBack(root, journal);
  const series = await lastSeries(root);
  if (!series) return undo(root);
  const [base, head] = [series.base.slice(0, 12), series.head.slice(0, 12)];
  throw new UserError(`the last run is committed, in ${base}..${head}`, {
    hint: `\`git revert --no-edit ${base}..${head}\` takes it back by new commits; \`git reset --keep ${base}\` drops the commits, where they are the last ones and not pushed`,
  });
}

async function takeBack(root: string, { run, files }: Journal): Promise<Undone> {
  const undone = undo(root, run);
  const created = files.filter(({ before }) => before === null).map(({ path }) => path);
  await unlist(root, undone.refused.length === 0 ? created : []);
  return undone;
}

/** The journals of series that hold what is not committed; those of which all is committed are forgotten. */
async function pending(root: string): Promise<Journal[]> {
  if (!hasStore(root)) return [];
  const journals = listRuns(root)
    .map((run) => readJournal(root, run))
    .filter(({ series }) => series);
  if (journals.length === 0) return [];
  await demandIdle(root);
  const created = journals.flatMap(({ files }) => files.filter(({ before }) => before === null).map(({ path }) => path));
  const differing = await uncommitted(root, created);
  const left = journals.filter(({ files }) => files.some(({ path }) => differing.has(path)));
  const done = journals.filter((journal) => !left.includes(journal));
  if (done.length > 0) {
    withLock(root, () => {
      for (const journal of done) forget(root, journal);
    });
    await recordHead(root);
  }
  return left;
}

function forget(root: string, journal: Journal): void {
  removeTemporaries(root, journal);
  removeRun(root, journal.run);
}

/** A series that was killed between a commit and the word of it: the commit is its last one. */
async function recordHead(root: string): Promise<void> {
  const record = readRecord(root);
  if (record && !record.ended) keepRecord(root, { ...record, head: await headOf(root) });
}
