import { dirname, join } from 'node:path';
import { UserError } from '../../../src/core/user-error.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
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
  readonly name?: string | undefined;
  readonly type?: string | undefined;
  readonly imports?: Readonly<Record<string, unknown>> | undefined;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, unknown>> | undefined;
  readonly devDependencies?: Readonly<Record<string, unknown>> | undefined;
  readonly peerDependencies?: Readonly<Record<string, unknown>> | undefined;
}

/** The project of a directory, `directory` relative to `root`, from the nearest tsconfig.json or jsconfig.json and package.json within `root`. */
export function nearestProject(
  root: string,
  directory: string,
  optionsOf: (config: string) => ImportOptions,
  tree: TreeFiles,
): Project {
  const config = upward(root, directory, ['tsconfig.json', 'jsconfig.json'], tree);
  const manifest = upward(root, directory, ['package.json'], tree);
  const content = manifest === undefined ? undefined : packageAt(dirname(manifest), tree);
  return {
    ...(config === undefined ? { paths: {}, wantsEndings: false, allowsTypeScriptEndings: false } : optionsOf(config)),
    isNodeModule: content?.type === 'module',
    ...(manifest !== undefined && content ? { package: { folder: dirname(manifest), content } } : {}),
  };
}

/** The package.json of a folder, when it holds an object; a field of another type than it should have is left out. */
export function packageAt(folder: string, tree: TreeFiles): PackageJson | undefined {
  try {
    const content: unknown = JSON.parse(tree.text(join(folder, 'package.json')) ?? '');
    if (!isMapping(content)) return undefined;
    const { name, type, imports, exports, dependencies, devDependencies, peerDependencies } = content;
    return {
      name: typeof name === 'string' ? name : undefined,
      type: typeof type === 'string' ? type : undefined,
      imports: isMapping(imports) ? imports : undefined,
      exports,
      dependencies: isMapping(dependencies) ? dependencies : undefined,
      devDependencies: isMapping(devDependencies) ? devDependencies : undefined,
      peerDependencies: isMapping(peerDependencies) ? peerDependencies : undefined,
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    return undefined;
  }
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The nearest of some files, from a directory up to the root. */
export function upward(root: string, directory: string, names: readonly string[], tree: TreeFiles): string | undefined {
  for (let at = join(root, directory); at.startsWith(root); at = dirname(at)) {
    const found = names.map((name) => join(at, name)).find((path) => tree.exists(path) && tree.isRegular(path));
    if (found !== undefined) return found;
    if (dirname(at) === at) return undefined;
  }
  return undefined;
}
