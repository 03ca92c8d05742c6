import { posix } from 'node:path';
import { parse } from 'jsonc-parser';
import { matchesStated } from '../../../src/core/glob/stated-globs.ts';
import { nestsTooDeep } from '../../../src/core/nesting.ts';
import type { Target } from '../../../src/types/packaging.ts';
import type { ListedTree } from '../../../src/types/tree.ts';

/** A TypeScript project whose files may not import a domain module. Plain data; paths and globs are relative to the root. */
export interface ClosedProject {
  readonly module: string;
  readonly config: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Folders below with a tsconfig.json of their own. */
  readonly others: readonly string[];
  /** Follows the path of the configuration: what keeps the module out. */
  readonly how: string;
}

interface Settings {
  readonly rootDir?: string;
  readonly composite?: boolean;
  readonly files?: readonly string[];
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  readonly refers: boolean;
}

/**
 * The projects that TypeScript would not build with an import of a module: its file lies outside of `rootDir` (TS6059), or the project is
 * `composite` and does not list it (TS6307). Without these, an import brings its file along, listed or not.
 */
export function closedProjects(tree: ListedTree, paths: readonly string[], targets: readonly Target[]): ClosedProject[] {
  const configs = paths.filter((path) => posix.basename(path) === 'tsconfig.json');
  return configs.flatMap((config) => {
    const folder = posix.dirname(config);
    const settings = settingsOf(tree, config, folder, new Map());
    const { rootDir, composite, exclude = [], files } = settings;
    if (settings.refers) return [];
    const include = [...(files ?? []), ...(settings.include ?? (files ? [] : [posix.join(folder, '**')]))];
    const others = configs.filter((path) => path !== config && isBelow(folder, path)).map((path) => posix.dirname(path));
    return targets.flatMap(({ file }) => {
      const how =
        rootDir !== undefined && !isBelow(rootDir, file)
          ? `rootDir ${rootDir} does not hold`
          : composite && !lists({ include, exclude }, file)
            ? 'it does not list'
            : undefined;
      return how === undefined ? [] : [{ module: file, config, include, exclude, others, how: `: ${how} ${file}` }];
    });
  });
}

/** Why a file may not import the module, when the project is its own. */
export function builtWithout({ config, include, exclude, others, how }: ClosedProject, path: string): string | undefined {
  if (others.some((folder) => isBelow(folder, path)) || !lists({ include, exclude }, path)) return undefined;
  return `${config}${how}`;
}

function lists({ include, exclude }: { include: readonly string[]; exclude: readonly string[] }, path: string): boolean {
  return matchesStated(include, path) && !matchesStated(exclude, path);
}

function isBelow(folder: string, path: string): boolean {
  return folder === '.' || folder === '' || path.startsWith(`${folder}/`);
}

/** The settings of a configuration over those that it extends; an own list takes the place of an inherited one. `leaf` is `${configDir}`; each of `known` is read once. */
function settingsOf(tree: ListedTree, config: string, leaf: string, known: Map<string, Settings>): Settings {
  const there = known.get(config);
  if (there) return there;
  // Whatever leads back here adds nothing; nor does what comes after so many others.
  known.set(config, { refers: false });
  const content = known.size > MOST ? undefined : contentOf(tree.read(config));
  if (typeof content !== 'object' || content === null) return { refers: true };
  const { compilerOptions, include, files, exclude, references, extends: bases } = content as Record<string, unknown>;
  const folder = posix.dirname(config);
  const options = (typeof compilerOptions === 'object' ? compilerOptions : null) as Record<string, unknown> | null;
  const at = (path: string): string =>
    path.startsWith('${configDir}') ? posix.join(leaf, path.slice(12)) : posix.join(folder, path);
  const inherited = (typeof bases === 'string' ? [bases] : (texts(bases) ?? []))
    .filter((path) => /^\.{1,2}\//.test(path))
    .map((path) => found(tree, posix.join(folder, path)))
    .slice(0, WIDEST)
    .map((path) => settingsOf(tree, path, leaf, known));
  const own: Settings = {
    ...(typeof options?.rootDir === 'string' ? { rootDir: at(options.rootDir).replace(/\/$/, '') } : {}),
    ...(typeof options?.composite === 'boolean' ? { composite: options.composite } : {}),
    ...(files === undefined ? {} : { files: (texts(files) ?? []).map(at) }),
    ...(include === undefined ? {} : { include: (texts(include) ?? []).flatMap((path) => globs(at(path))) }),
    ...(exclude === undefined ? {} : { exclude: (texts(exclude) ?? []).flatMap((path) => globs(at(path))) }),
    refers: Array.isArray(references) && references.length > 0,
  };
  const settings = { ...Object.assign({}, ...inherited), ...own };
  known.set(config, settings);
  return settings;
}

/** Configurations that one is taken to extend, and entries of one `extends`. */
const [MOST, WIDEST] = [200, 100];

function contentOf(text: string): unknown {
  return nestsTooDeep(text) ? undefined : parse(text, [], { allowTrailingComma: true });
}

function found(tree: ListedTree, path: string): string {
  return path.endsWith('.json') && tree.has(path) ? path : `${path}.json`;
}

/** A directory stands for all that is in it. */
function globs(path: string): string[] {
  const clean = path.replace(/\/$/, '');
  return /[*?]/.test(posix.basename(clean)) ? [clean] : [clean, `${clean}/**`];
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}
