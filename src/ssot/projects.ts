import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImportOptions } from './import-options.ts';

/** What decides how the files of one directory import. Paths are absolute. */
export interface Project extends ImportOptions {
  /** The package says `"type": "module"`. */
  readonly isNodeModule: boolean;
  /** The nearest package.json and its folder. */
  readonly package?: { readonly folder: string; readonly content: PackageJson };
}

/** What is read of a package.json. */
export interface PackageJson {
  readonly name?: string;
  readonly type?: string;
  readonly imports?: Readonly<Record<string, unknown>>;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** The project of a directory, `directory` relative to `root`, from the nearest tsconfig.json or jsconfig.json and package.json within `root`. */
export function nearestProject(root: string, directory: string, optionsOf: (config: string) => ImportOptions): Project {
  const config = upward(root, directory, ['tsconfig.json', 'jsconfig.json']);
  const manifest = upward(root, directory, ['package.json']);
  const content = manifest === undefined ? undefined : packageAt(dirname(manifest));
  return {
    ...(config === undefined ? { paths: {}, wantsEndings: false, allowsTypeScriptEndings: false } : optionsOf(config)),
    isNodeModule: content?.type === 'module',
    ...(manifest !== undefined && content ? { package: { folder: dirname(manifest), content } } : {}),
  };
}

/** The package.json of a folder, when it holds an object. */
export function packageAt(folder: string): PackageJson | undefined {
  try {
    const content: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return typeof content === 'object' && content !== null ? content : undefined;
  } catch {
    return undefined;
  }
}

/** The nearest of some files, from a directory up to the root. */
export function upward(root: string, directory: string, names: readonly string[]): string | undefined {
  for (let at = join(root, directory); at.startsWith(root); at = dirname(at)) {
    const found = names.map((name) => join(at, name)).find((path) => existsSync(path));
    if (found !== undefined) return found;
    if (dirname(at) === at) return undefined;
  }
  return undefined;
}
