import { dirname, join, resolve } from 'node:path';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { CONFIG_DIR, type Configuration, decisiveOptions } from './configurations.ts';
import { extendedOf, stated } from './extended.ts';
import { isMapping, type Mapping } from './mapping.ts';

/** What the options of the compiler say of how files import each other. Paths are absolute. */
export interface ImportOptions {
  /** The places of each pattern, with its `*`. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly baseUrl?: string;
  /** Node's resolution: a relative specifier has an ending. */
  readonly wantsEndings: boolean;
  readonly allowsTypeScriptEndings: boolean;
}

/** Of a configuration, as `compilerOptionsOf` reads it, without the compiler. */
export function importOptionsOf(config: string, tree: TreeFiles): ImportOptions {
  return decisiveOptions(config, (path) => readPlainly(path, tree), tree);
}

const WITH_ENDINGS = /^node(?:16|18|20|next)$/i;

function readPlainly(config: string, tree: TreeFiles): Configuration<ImportOptions> {
  const { layers, references } = extendedOf(config, tree);
  const options: Mapping = Object.assign({}, ...layers.map((layer) => layer.options));
  const at = (folder: string, path: string): string =>
    path.startsWith(CONFIG_DIR) ? join(dirname(config), path.slice(CONFIG_DIR.length)) : resolve(folder, path);
  const base = stated(layers, 'baseUrl', isText);
  const baseUrl = base && at(dirname(base.config), base.value);
  const paths = stated(layers, 'paths', isMapping);
  const placesOf = (written: unknown): string[] =>
    (written as readonly string[]).map((place) => at(baseUrl ?? dirname(paths!.config), place));
  return {
    options: {
      paths: Object.fromEntries(Object.entries(paths?.value ?? {}).map(([pattern, written]) => [pattern, placesOf(written)])),
      ...(baseUrl === undefined ? {} : { baseUrl }),
      wantsEndings: WITH_ENDINGS.test(String(options.moduleResolution ?? options.module ?? '')),
      allowsTypeScriptEndings: allowsTypeScriptEndings(options),
    },
    hasPaths: paths !== undefined,
    isEmpty: Object.keys(options).length === 0,
    references,
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function allowsTypeScriptEndings({ allowImportingTsExtensions, rewriteRelativeImportExtensions }: Mapping): boolean {
  return allowImportingTsExtensions === true || rewriteRelativeImportExtensions === true;
}
