import { posix } from 'node:path';
import type { Shipping } from './packages.ts';

/** What a manifest says of its distribution. Without `shipping` it does not say what it takes, or not so that it can be read. */
export interface Stated {
  readonly name?: string;
  readonly shipping?: Shipping;
}

/** The directories of dotted package names. `roots`: directories by package name, `''` for all others (setuptools' `package_dir`). */
export function directoriesOf(names: readonly string[], roots: ReadonlyMap<string, string>): string[] {
  return names.map((name) => {
    const parts = name.split('.');
    for (let count = parts.length; count > 0; count--) {
      const root = roots.get(parts.slice(0, count).join('.'));
      if (root !== undefined) return clean(posix.join(root, ...parts.slice(count)));
    }
    return clean(posix.join(roots.get('') ?? '', ...parts));
  });
}

/** The files of dotted module names. */
export function modulesOf(names: readonly string[], roots: ReadonlyMap<string, string>): string[] {
  return names.map((name) => clean(posix.join(roots.get('') ?? '', `${name.replaceAll('.', '/')}.py`)));
}

/** A path without `./` in front and `/` behind; `''` for the folder itself. */
export function clean(path: string): string {
  return posix.normalize(path).replace(/\/$/, '').replace(/^\.$/, '');
}
