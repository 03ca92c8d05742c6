import { join } from 'node:path';
import type { TreeFiles } from '../../../src/types/tree.ts';

/** Begins a path in the folder of the configuration that extends all others. */
export const CONFIG_DIR = '${configDir}';

/** A tsconfig.json or jsconfig.json as it was read, with `extends` resolved. */
export interface Configuration<T> {
  readonly options: T;
  readonly hasPaths: boolean;
  /** It says nothing of its own. */
  readonly isEmpty: boolean;
  /** Absolute paths of the projects that it refers to, or of their folders. */
  readonly references: readonly string[];
}

/** The options of a configuration; of one that only refers to others, those of the first that has paths. */
export function decisiveOptions<T>(config: string, read: (config: string) => Configuration<T>, tree: TreeFiles): T {
  const { options, hasPaths, isEmpty, references } = read(config);
  if (hasPaths) return options;
  let first: Configuration<T> | undefined;
  for (const file of new Set(references.map((path) => (path.endsWith('.json') ? path : join(path, 'tsconfig.json'))))) {
    if (!tree.exists(file)) continue;
    const other = read(file);
    if (other.hasPaths) return other.options;
    first ??= other;
  }
  return isEmpty && first ? first.options : options;
}
