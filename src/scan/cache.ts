import { z } from 'zod';
import type { Discovered } from '../files/discover.ts';
import { askGit, listGitFiles } from '../files/git-files.ts';
import { readKept, writeKept } from '../files/kept.ts';
import type { Store } from '../files/store.ts';
import type { Same } from '../report-schema/parts.ts';
import { scanRecord } from '../report-schema/record.ts';
import { BUILD, digestOf, referenceCheck } from './dependencies.ts';
import { scanAll } from './pool.ts';
import type { Batch, ScanOptions, ScanRecord } from './scan.ts';

/** What earlier runs found; it holds for one configuration, one version of redomain and one state of the packaging. */
interface Kept {
  readonly context: string;
  /** Files that hold nothing that is looked for: path, blob and size, each behind a NUL. */
  readonly quiet: string;
  /** The others; each has its `blob`. */
  readonly records: readonly ScanRecord[];
}

const NAME = 'cache.json';
const KEPT = z.strictObject({ context: z.string(), quiet: z.string(), records: z.array(scanRecord) });
true satisfies Same<z.infer<typeof KEPT>, Kept>;

/**
 * A `scanAll` that takes the answer for a file from an earlier run where the bytes are the same: git says so of unmodified files, which are not
 * even read, and a digest says so of the others. Answers that rest on other files too, as those of changes and of TypeScript
 * projects do, are not kept. `found` is discovered with its blobs; `onTrouble` is told why nothing could be kept.
 */
export function scanWithCache(store: Store, found: Discovered, onTrouble: (message: string) => void): typeof scanAll {
  return async (options, paths, jobs, onProgress) => {
    const context = contextOf(options);
    const kept = await memoryOf(options, readKept(store, NAME, KEPT), context);
    const known: ScanRecord[] = [];
    const open = new Map<string, ScanRecord>();
    const rest: string[] = [];
    for (const path of paths) {
      const record = kept.get(path);
      if (record && record.blob === found.blobs.get(path)) {
        known.push(record);
        continue;
      }
      rest.push(path);
      if (record && !found.blobs.has(path)) open.set(path, record);
    }
    const fresh = await scanAll({ ...options, known: open }, rest, jobs, (done) => onProgress(known.length + done, paths.length));
    const isNew = ({ path, blob }: ScanRecord): boolean =>
      blob === undefined ? found.blobs.has(path) : open.get(path)?.blob !== blob;
    if (fresh.records.some(isNew)) {
      const trouble = await keep(store, context, found, kept, fresh);
      if (trouble !== undefined) onTrouble(`the cache is not kept: ${trouble}`);
    }
    return merged(paths, known, fresh);
  };
}

/** The records that hold in this run, by path. A quiet file's has no `file`. */
async function memoryOf(
  options: ScanOptions,
  kept: Kept | undefined,
  context: string,
): Promise<Map<string, ScanRecord & { blob: string }>> {
  const known = new Map<string, ScanRecord & { blob: string }>();
  if (kept?.context !== context) return known;
  const words = kept.quiet.split('\0');
  for (let at = 0; at + 2 < words.length; at += 3) {
    const [path, blob, size] = [words[at]!, words[at + 1]!, Number(words[at + 2])];
    if (Number.isSafeInteger(size)) known.set(path, { path, blob, size });
  }
  const stillRefers = await referenceCheck(options);
  for (const record of kept.records) {
    if (stillRefers(record)) known.set(record.path, record as ScanRecord & { blob: string });
  }
  return known;
}

/** All that a plan rests on beside the file and what it imports. */
function contextOf({ policy, unsafe, packaging }: ScanOptions): string {
  return digestOf([BUILD, policy, unsafe, packaging]);
}

/** Of a file without hosts the bytes were not digested: it is kept where git named the same blob before and after it was read. */
async function keep(
  store: Store,
  context: string,
  found: Discovered,
  kept: ReadonlyMap<string, ScanRecord & { blob: string }>,
  fresh: Batch,
): Promise<string | undefined> {
  const answer = await askGit(store.root, { identify: true });
  const after = answer && listGitFiles(store.root, answer).blobs;
  const next = new Map(kept);
  const listed = new Set(found.listed());
  for (const path of kept.keys()) if (!listed.has(path)) next.delete(path);
  for (const record of fresh.records) {
    const blob = record.blob ?? (found.blobs.get(record.path) === after?.get(record.path) ? after?.get(record.path) : undefined);
    if (blob === undefined) next.delete(record.path);
    else next.set(record.path, { ...record, blob });
  }
  const records = [...next.values()];
  const isQuiet = ({ file, reference }: ScanRecord): boolean => file === undefined && reference === undefined;
  const quiet = records.filter(isQuiet).flatMap(({ path, blob, size }) => [path, blob, size]);
  return writeKept(store, NAME, { context, quiet: quiet.join('\0'), records: records.filter((record) => !isQuiet(record)) });
}

function merged(paths: readonly string[], known: readonly ScanRecord[], fresh: Batch): Batch {
  const order = new Map(paths.map((path, index) => [path, index]));
  const files = [...known.flatMap(({ file }) => (file ? [file] : [])), ...fresh.files];
  return {
    files: files.sort((a, b) => order.get(a.path)! - order.get(b.path)!),
    scanned: known.length + fresh.scanned,
    bytes: known.reduce((sum, { size }) => sum + size, fresh.bytes),
    records: [...known, ...fresh.records],
  };
}
