import { groupBy } from '../core/group-by.ts';
import { recordOf } from '../survey/records.ts';
import type { FileFacts } from '../survey/tally.ts';
import { isPlainPath, placesOf } from './evidence.ts';
import type { ProposedDelivery } from './proposal.ts';

/** Globs of one directory name above which one glob holds for that name everywhere. */
const ALIKE = 3;

/** What becomes of backups, logs and other records: only of those that stand in the tree and name a host. */
export function proposeDeliveries(naming: readonly FileFacts[]): ProposedDelivery[] {
  const live = naming.filter(({ path }) => recordOf(path) === undefined);
  const records = naming.flatMap((facts) => {
    const record = recordOf(facts.path);
    if (!record) return [];
    const glob = holdsLive(record.glob, live) ? record.narrow : record.glob;
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

/** A directory of records may hold a program as well. */
function holdsLive(glob: string, live: readonly FileFacts[]): boolean {
  return glob.endsWith('/**') && live.some(({ path }) => path.startsWith(glob.slice(0, -2)));
}

/** Many directories of one name become one glob. */
function generalized(globs: readonly string[], live: readonly FileFacts[]): string[] {
  const named = groupBy(globs, (glob) => (glob.endsWith('/**') ? glob.split('/').at(-2)! : glob));
  return [...named].flatMap(([name, alike]) =>
    alike.length > ALIKE && !live.some(({ path }) => `/${path}`.includes(`/${name}/`)) ? [`**/${name}/**`] : alike,
  );
}
