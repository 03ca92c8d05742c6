import { matchesStated } from '../../../src/core/glob/stated-globs.ts';

/** What a Python distribution takes from its folder. Paths are relative to that folder; plain data. */
export type Shipping =
  /** Named packages, each the files directly in its directory, and single modules. */
  | { readonly kind: 'packages'; readonly directories: readonly string[]; readonly modules: readonly string[] }
  /** The packages that setuptools finds below some directories. */
  | {
      readonly kind: 'find';
      readonly where: readonly string[];
      readonly include: readonly string[];
      readonly exclude: readonly string[];
      /** Directories without `__init__.py` count as well. */
      readonly namespaces: boolean;
      readonly modules: readonly string[];
    }
  /** Files and directories, with all that is in them. */
  | { readonly kind: 'paths'; readonly include: readonly string[]; readonly exclude: readonly string[] };

/** Whether a distribution ships a Python file. `isPackage`: whether a directory, relative to the folder, holds an `__init__.py`. */
export function ships(shipping: Shipping, path: string, isPackage: (directory: string) => boolean): boolean {
  const directory = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  switch (shipping.kind) {
    case 'packages':
      return shipping.directories.includes(directory) || shipping.modules.includes(path);
    case 'find':
      return shipping.modules.includes(path) || shipping.where.some((where) => isFound(shipping, where, directory, isPackage));
    case 'paths':
      return matches(shipping.include, path) && !matches(shipping.exclude, path);
  }
}

function isFound(
  { include, exclude, namespaces }: Extract<Shipping, { kind: 'find' }>,
  where: string,
  directory: string,
  isPackage: (directory: string) => boolean,
): boolean {
  if (where !== '' && !directory.startsWith(`${where}/`)) return false;
  const segments = directory.slice(where === '' ? 0 : where.length + 1).split('/');
  if (segments[0] === '' || segments.some((segment) => segment.includes('.'))) return false;
  const name = segments.join('.');
  const chain = segments.map((_, index) => [where, ...segments.slice(0, index + 1)].filter((part) => part !== '').join('/'));
  return (namespaces || chain.every(isPackage)) && fnmatch(include, name) && !fnmatch(exclude, name);
}

/** The patterns of Python's `fnmatch`: `*` stands for any text, dots too. */
function fnmatch(patterns: readonly string[], name: string): boolean {
  return matchesStated(patterns, name, { dot: true, nobrace: true, noextglob: true, nonegate: true });
}

function matches(globs: readonly string[], path: string): boolean {
  return globs.some((glob) => {
    const clean = glob.replace(/^\.?\//, '').replace(/\/$/, '');
    return clean === '' || clean === '.' || path === clean || path.startsWith(`${clean}/`) || matchesStated([clean], path);
  });
}
