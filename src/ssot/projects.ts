import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ts as TypeScript } from 'ts-morph';

/** What decides how the files of one directory import. Paths are absolute. */
export interface Project {
  readonly paths: Readonly<Record<string, readonly string[]>>;
  /** The folder that `paths` are relative to. */
  readonly pathsBase: string;
  readonly baseUrl?: string;
  /** Node's resolution: a relative specifier has an ending. */
  readonly wantsEndings: boolean;
  readonly allowsTypeScriptEndings: boolean;
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

let compiler: typeof TypeScript | undefined;

/** The TypeScript compiler, loaded when it is first needed. */
export function typescript(): typeof TypeScript {
  compiler ??= (createRequire(import.meta.url)('ts-morph') as { ts: typeof TypeScript }).ts;
  return compiler;
}

/** Every specifier that a source text imports. */
export function importedBy(text: string): string[] {
  return typescript()
    .preProcessFile(text, true, true)
    .importedFiles.map((found) => found.fileName);
}

/** The project of a directory, `directory` relative to `root`, from the nearest tsconfig.json or jsconfig.json and package.json within `root`. */
export function nearestProject(root: string, directory: string): Project {
  const config = upward(root, directory, ['tsconfig.json', 'jsconfig.json']);
  const manifest = upward(root, directory, ['package.json']);
  const content = manifest === undefined ? undefined : packageAt(dirname(manifest));
  const options = config === undefined ? {} : compilerOptionsOf(config);
  const { ModuleResolutionKind, ModuleKind } = typescript();
  const node = [ModuleKind.Node16, ModuleKind.NodeNext, ModuleKind.Node18, ModuleKind.Node20].includes(options.module!);
  const resolution = options.moduleResolution;
  return {
    paths: options.paths ?? {},
    pathsBase: options.baseUrl ?? (options.pathsBasePath as string | undefined) ?? dirname(config ?? root),
    ...(options.baseUrl === undefined ? {} : { baseUrl: options.baseUrl }),
    wantsEndings:
      resolution === undefined
        ? node
        : resolution === ModuleResolutionKind.Node16 || resolution === ModuleResolutionKind.NodeNext,
    allowsTypeScriptEndings: options.allowImportingTsExtensions === true || options.rewriteRelativeImportExtensions === true,
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

/** Compiler options with `extends` resolved; of a configuration that only refers to others, those of the first that has paths. */
export function compilerOptionsOf(config: string, depth = 0): TypeScript.CompilerOptions {
  const { sys, readConfigFile, parseJsonConfigFileContent } = typescript();
  const read = readConfigFile(config, sys.readFile);
  if (read.config === undefined) return {};
  const host = { ...sys, readDirectory: () => [] };
  const parsed = parseJsonConfigFileContent(read.config, host, dirname(config), undefined, config);
  if (parsed.options.paths || depth > 0) return parsed.options;
  const referenced = (parsed.projectReferences ?? []).map((reference) =>
    reference.path.endsWith('.json') ? reference.path : join(reference.path, 'tsconfig.json'),
  );
  const others = referenced.filter((path) => existsSync(path)).map((path) => compilerOptionsOf(path, depth + 1));
  return (
    others.find((options) => options.paths) ??
    (Object.keys(parsed.options).length > 1 ? parsed.options : (others[0] ?? parsed.options))
  );
}
