import { dirname, resolve } from 'node:path';
import { createPathsMatcher, parseTsconfig } from 'get-tsconfig';
import type { ts as TypeScript } from 'ts-morph';
import { compilerOptionsOf, typescript } from './compiler.ts';
import { type Configuration, decisiveOptions } from './configurations.ts';

/** What the options of the compiler say of how files import each other. Paths are absolute. */
export interface ImportOptions {
  /** The places of each pattern, with its `*`. */
  readonly paths: Readonly<Record<string, readonly string[]>>;
  readonly baseUrl?: string;
  /** Node's resolution: a relative specifier has an ending. */
  readonly wantsEndings: boolean;
  readonly allowsTypeScriptEndings: boolean;
}

/** Of a configuration, as `compilerOptionsOf` reads it, which is asked where one that it extends is not there, or it is not as it should be: the compiler then makes the best of it. */
export function importOptionsOf(config: string): ImportOptions {
  try {
    return decisiveOptions(config, readPlainly);
  } catch {
    return ofCompiler(compilerOptionsOf(config), dirname(config));
  }
}

const WITH_ENDINGS = /^node(?:16|18|20|next)$/;

function readPlainly(path: string): Configuration<ImportOptions> {
  const config = parseTsconfig(path);
  const { compilerOptions = {}, references = [] } = config;
  const { baseUrl, module, moduleResolution } = compilerOptions;
  const placesOf = createPathsMatcher({ path, config });
  const patterns = Object.keys(compilerOptions.paths ?? {});
  return {
    options: {
      paths: Object.fromEntries(patterns.map((pattern) => [pattern, placesOf?.(pattern) ?? []])),
      ...(baseUrl === undefined ? {} : { baseUrl: resolve(dirname(path), baseUrl) }),
      wantsEndings: WITH_ENDINGS.test((moduleResolution ?? module ?? '').toLowerCase()),
      allowsTypeScriptEndings: allowsTypeScriptEndings(compilerOptions),
    },
    hasPaths: compilerOptions.paths !== undefined,
    isEmpty: Object.keys(compilerOptions).length === 0,
    references: references.map((reference) => resolve(dirname(path), reference.path)),
  };
}

function ofCompiler(options: TypeScript.CompilerOptions, folder: string): ImportOptions {
  const { ModuleResolutionKind, ModuleKind } = typescript();
  const { baseUrl, module, moduleResolution } = options;
  const base = baseUrl ?? (options.pathsBasePath as string | undefined) ?? folder;
  const paths = Object.entries(options.paths ?? {});
  return {
    paths: Object.fromEntries(paths.map(([pattern, places]) => [pattern, places.map((place) => resolve(base, place))])),
    ...(baseUrl === undefined ? {} : { baseUrl }),
    wantsEndings:
      moduleResolution === undefined
        ? [ModuleKind.Node16, ModuleKind.NodeNext, ModuleKind.Node18, ModuleKind.Node20].includes(module!)
        : [ModuleResolutionKind.Node16, ModuleResolutionKind.NodeNext].includes(moduleResolution),
    allowsTypeScriptEndings: allowsTypeScriptEndings(options),
  };
}

function allowsTypeScriptEndings(options: {
  readonly allowImportingTsExtensions?: unknown;
  readonly rewriteRelativeImportExtensions?: unknown;
}): boolean {
  return options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true;
}
