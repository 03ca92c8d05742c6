import { existsSync } from 'node:fs';
import { join } from 'node:path';

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
export function decisiveOptions<T>(config: string, read: (config: string) => Configuration<T>): T {
  const { options, hasPaths, isEmpty, references } = read(config);
  if (hasPaths) return options;
  const others = references
    .map((path) => (path.endsWith('.json') ? path : join(path, 'tsconfig.json')))
    .filter((path) => existsSync(path))
    .map(read);
  const leading = others.find((other) => other.hasPaths) ?? (isEmpty ? others[0] : undefined);
  return leading?.options ?? options;
}
