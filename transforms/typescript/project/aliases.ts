import { dirname, join, posix, relative, sep } from 'node:path';
import type { DomainModule } from '../../../src/types/policy.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { targetsOf } from './export-targets.ts';
import { type PackageJson, type Project, packageAt, upward } from './projects.ts';

/** A specifier other than a relative path that leads to a module. */
export interface Alias {
  readonly specifier: string;
  /** The specifier is complete as it is: no ending may be added. */
  readonly exact: boolean;
  /** True when another specifier goes the same way. */
  readonly uses: (specifier: string) => boolean;
  /** A relative path would leave the package. */
  readonly needed: boolean;
  /** Begins with what is no folder: `@/`, `~/`, `#`. */
  readonly prefixed: boolean;
}

/** The aliases of a module in a project, the most telling first. */
export function aliasesFor(root: string, module: DomainModule, project: Project, tree: TreeFiles): Alias[] {
  const target = join(root, module.file);
  return [
    ...fromPaths(target, project),
    ...fromImports(target, project),
    ...fromWorkspace(root, module, project, tree),
    ...fromBaseUrl(target, project),
  ];
}

const ENDING = /\.[cm]?[jt]sx?$/;

function fromPaths(target: string, project: Project): Alias[] {
  return Object.entries(project.paths).flatMap(([pattern, places]) => {
    const hole = places.map((place) => holeIn(place, target)).find((found) => found !== undefined);
    return hole === undefined ? [] : [aliasOf(pattern, hole, !pattern.includes('*'))];
  });
}

/** `"imports": { "#lib/*": "./src/lib/*.js" }` of the package that holds both. */
function fromImports(target: string, project: Project): Alias[] {
  const folder = project.package?.folder;
  if (folder === undefined) return [];
  return Object.entries(project.package?.content.imports ?? {}).flatMap(([pattern, value]) => {
    const place = targetsOf(value).find((one) => holeIn(join(folder, one), target) !== undefined);
    const hole = place === undefined ? undefined : holeIn(join(folder, place), target);
    return hole === undefined ? [] : [aliasOf(pattern, hole, ENDING.test(place!) || !pattern.includes('*'))];
  });
}

/** The package that holds the module, when it is another one and the file's own depends on it. */
function fromWorkspace(root: string, module: DomainModule, project: Project, tree: TreeFiles): Alias[] {
  const manifest = upward(root, posix.dirname(module.file), ['package.json'], tree);
  if (manifest === undefined || dirname(manifest) === project.package?.folder) return [];
  const folder = dirname(manifest);
  const content = packageAt(folder, tree);
  const { name } = content ?? {};
  if (!content || name === undefined || !dependsOn(project.package?.content, name)) return [];
  const target = join(root, module.file);
  const uses = (specifier: string): boolean => specifier === name || specifier.startsWith(`${name}/`);
  const subpath =
    content.exports === undefined
      ? relative(folder, target).split(sep).join('/').replace(ENDING, '')
      : exportedAs(content.exports, folder, target);
  return subpath === undefined
    ? []
    : [{ specifier: subpath === '' ? name : `${name}/${subpath}`, exact: true, uses, needed: true, prefixed: false }];
}

function fromBaseUrl(target: string, { baseUrl }: Project): Alias[] {
  const path = baseUrl === undefined ? undefined : relative(baseUrl, target).split(sep).join('/');
  if (path === undefined || path.startsWith('..')) return [];
  const first = path.split('/')[0]!;
  return [
    { specifier: path, exact: false, needed: false, prefixed: false, uses: (specifier) => specifier.startsWith(`${first}/`) },
  ];
}

function aliasOf(pattern: string, hole: string, exact: boolean): Alias {
  const prefix = pattern.split('*')[0]!;
  return {
    specifier: pattern.replace('*', () => hole),
    exact,
    needed: false,
    prefixed: /^[@~#]/.test(pattern),
    uses: (specifier) => (pattern.includes('*') ? specifier.startsWith(prefix) && prefix !== '' : specifier === pattern),
  };
}

/** What stands for the `*` of a path pattern that leads to a file; its ending is off where the pattern has none. */
function holeIn(pattern: string, target: string): string | undefined {
  const bare = target.replace(ENDING, '');
  const [before = '', after] = pattern.replace(ENDING, '').split('*');
  if (after === undefined) return before === bare || `${before}${sep}index` === bare ? '' : undefined;
  if (!bare.startsWith(before) || !bare.endsWith(after) || bare.length < before.length + after.length) return undefined;
  const hole = bare
    .slice(before.length, bare.length - after.length)
    .split(sep)
    .join('/');
  return ENDING.test(pattern) || after !== '' ? hole : hole + ENDING.exec(target)![0];
}

function exportedAs(exports: unknown, folder: string, target: string): string | undefined {
  const entries =
    isRecord(exports) && Object.keys(exports).some((key) => key.startsWith('.'))
      ? Object.entries(exports)
      : [['.', exports] as const];
  for (const [key, value] of entries) {
    for (const place of targetsOf(value)) {
      const hole = holeIn(join(folder, place), target);
      if (hole !== undefined)
        return key.replace('*', () => (ENDING.test(place) ? hole : hole.replace(ENDING, ''))).replace(/^\.\/?/, '');
    }
  }
  return undefined;
}

function dependsOn(content: PackageJson | undefined, name: string): boolean {
  return [content?.dependencies, content?.devDependencies, content?.peerDependencies].some(
    (all) => all !== undefined && Object.hasOwn(all, name),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
