import { groupBy } from '../core/group-by.ts';
import { isPlainPath } from '../core/plain-path.ts';
import { literally, recordOf } from '../core/records.ts';
import type { FileFacts } from '../survey/tally.ts';
import { placesOf } from './evidence.ts';
import type { ProposedDelivery } from './proposal.ts';

/** Globs of one directory name above which one glob holds for that name everywhere. */
const ALIKE = 3;

/** What becomes of backups, logs and other records: only of those that stand in the tree and name a host. */
export function proposeDeliveries(naming: readonly FileFacts[]): ProposedDelivery[] {
  const live = directoriesOf(naming.filter(({ path }) => recordOf(path) === undefined));
  const records = naming.flatMap((facts) => {
    const record = recordOf(facts.path);
    if (!record) return [];
    const glob = live.has(record.glob) ? record.narrow : record.glob;
    return glob !== undefined && isPlainPath(facts.path) ? [{ ...facts, record, glob }] : [];
  });
  return [...groupBy(records, ({ record }) => record.what)]
    .map(([what, members]) => {
      const occurrences = members.reduce((sum, one) => sum + one.occurrences, 0);
      const places = placesOf({ occurrences, files: new Set(members.map(({ path }) => path)).size });
      const sample = [...members].sort((a, b) => b.occurrences - a.occurrences)[0]!.path;
      const globs = generalized([...new Set(members.map(({ glob }) => glob))], live);
      return { files: globs, as: members[0]!.record.as, why: `${what}: ${places}, such as ${sample}` };
    })
    .sort((a, b) => (a.as === b.as ? 0 : a.as === 'ignore' ? -1 : 1));
}

/** Globs of all directories that hold files, and `**` with the name of each. */
function directoriesOf(files: readonly FileFacts[]): ReadonlySet<string> {
  const globs = new Set<string>();
  for (const { path } of files) {
    const steps = path.split('/').slice(0, -1);
    for (const [index, step] of steps.entries()) {
      globs.add(
        `${steps
          .slice(0, index + 1)
          .map(literally)
          .join('/')}/**`,
      );
      globs.add(`**/${literally(step)}/**`);
    }
  }
  return globs;
}

/** Many directories of one name become one glob. */
function generalized(globs: readonly string[], live: ReadonlySet<string>): string[] {
  const named = groupBy(globs, (glob) => (glob.endsWith('/**') ? `**/${glob.split('/').at(-2)!}/**` : glob));
  return [...named].flatMap(([everywhere, alike]) => (alike.length > ALIKE && !live.has(everywhere) ? [everywhere] : alike));
}
