import { type Batch, type ScannedFile, type ScanOptions, scanAgain } from './scan.ts';

/** A plan in which keys move together. */
export interface Twinned {
  readonly batch: Batch;
  /** With the keys that are held, for who plans files again. */
  readonly options: ScanOptions;
}

/** Each round may hold more, as what is held holds what belongs to it. */
const ROUNDS = 8;

/**
 * Leaves keys for review that would change while the same key in another place is for review: a key of data and the code that looks it up,
 * a message and its translation.
 */
export async function holdTwins(options: ScanOptions, batch: Batch): Promise<Twinned> {
  const twins = new Map<string, Map<string, string>>();
  let settled = batch;
  for (let round = 0; round < ROUNDS; round++) {
    const found = twinsOf(settled.files, twins);
    if (found.length === 0) break;
    for (const { path, key, reason } of found) twins.set(path, (twins.get(path) ?? new Map<string, string>()).set(key, reason));
    settled = await scanAgain({ ...options, twins }, settled, new Set(found.map(({ path }) => path)));
  }
  return { batch: settled, options: twins.size > 0 ? { ...options, twins } : options };
}

/** A key that would change although its twin does not. */
interface Twin {
  readonly path: string;
  readonly key: string;
  readonly reason: string;
}

/** The twins that are not known yet. */
function twinsOf(files: readonly ScannedFile[], known: ReadonlyMap<string, ReadonlyMap<string, string>>): Twin[] {
  const left = new Map<string, string>();
  for (const { path, keyed = [] } of files)
    for (const { key, line, becomes } of keyed) if (becomes === 'left' && !left.has(key)) left.set(key, `${path}, line ${line}`);
  if (left.size === 0) return [];
  return files.flatMap(({ path, keyed = [] }) =>
    keyed.flatMap(({ key, becomes }) => {
      const place = becomes === 'changed' && !known.get(path)?.has(key) ? left.get(key) : undefined;
      return place === undefined ? [] : [{ path, key, reason: `the same key as what is for review in ${place}` }];
    }),
  );
}
