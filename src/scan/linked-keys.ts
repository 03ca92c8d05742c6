import type { Constraint } from '../types/constraint.ts';
import type { Batch, ConstraintsByPath, ScannedFile, Scanner } from './scan.ts';

/** A plan with the constraints that it was made under. */
export interface Constrained {
  readonly batch: Batch;
  readonly constraints: ConstraintsByPath;
}

/** Each round may hold more, as what is held holds what belongs to it. */
const ROUNDS = 8;

/**
 * Leaves keys for review that would change while the same key in another place is for review: a key of data and the code that looks it up,
 * a message and its translation.
 */
export async function holdLinkedKeys(replan: Scanner['replan'], planned: Constrained): Promise<Constrained> {
  let { batch, constraints } = planned;
  for (let round = 0; round < ROUNDS; round++) {
    const found = linkedKeys(batch.files, constraints);
    if (found.length === 0) break;
    const paths = new Set(found.map(({ path }) => path));
    constraints = withConstraints(
      constraints,
      found.map(({ path, key, place }) => [
        path,
        { where: { key }, verdict: 'review', reason: { code: 'linked-key', detail: { place } } },
      ]),
    );
    batch = await replan(batch, constraintsAmong(constraints, paths));
  }
  return { batch, constraints };
}

/** The constraints of some files. */
export function constraintsAmong(
  constraints: ConstraintsByPath,
  paths: { readonly has: (path: string) => boolean },
): ConstraintsByPath {
  return new Map([...constraints].filter(([path]) => paths.has(path)));
}

/** Constraints with more of them, which are asked last. */
export function withConstraints(
  constraints: ConstraintsByPath,
  more: Iterable<readonly [path: string, constraint: Constraint]>,
): ConstraintsByPath {
  const all = new Map(constraints);
  for (const [path, constraint] of more) all.set(path, [...(all.get(path) ?? []), constraint]);
  return all;
}

/** A key that would change although the same key elsewhere does not. */
interface LinkedKey {
  readonly path: string;
  readonly key: string;
  /** Where it stays. */
  readonly place: string;
}

/** The linked keys that no constraint names yet. */
function linkedKeys(files: readonly ScannedFile[], known: ConstraintsByPath): LinkedKey[] {
  const left = new Map<string, string>();
  for (const { path, keyed = [] } of files)
    for (const { key, line, becomes } of keyed) if (becomes === 'left' && !left.has(key)) left.set(key, `${path}, line ${line}`);
  if (left.size === 0) return [];
  return files.flatMap(({ path, keyed = [] }) => {
    const named = new Set(
      (known.get(path) ?? []).map(({ where }) => (where !== 'file' && 'key' in where ? where.key : undefined)),
    );
    return keyed.flatMap(({ key, becomes }) => {
      const place = becomes === 'changed' && !named.has(key) ? left.get(key) : undefined;
      return place === undefined ? [] : [{ path, key, place }];
    });
  });
}
