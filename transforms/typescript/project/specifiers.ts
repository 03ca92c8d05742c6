import { join, posix, resolve } from 'node:path';
import { remembered } from '../../../src/core/remembering.ts';
import type { DomainModule } from '../../../src/types/policy.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { type Alias, aliasesFor } from './aliases.ts';
import { type ImportOptions, importOptionsOf } from './import-options.ts';
import { importedBy } from './imported-by.ts';
import { nearestProject, type Project } from './projects.ts';

const SOURCE = /\.[cm]?[jt]sx?$/;
/** Siblings that are asked how they import; more would not change the answer. */
const SIBLINGS = 20;

/**
 * Makes a function that answers with the specifier by which a file would import a TypeScript domain module: the configured one, or an
 * alias, package import or workspace package that the file or its siblings use, or else a relative path. `folder` is the root.
 */
export function createSpecifiers(folder: string, tree: TreeFiles): (module: DomainModule, file: SourceFile) => string {
  const root = resolve(folder);
  const projects = new Map<string, Project>();
  const siblings = new Map<string, readonly string[]>();
  const options = new Map<string, ImportOptions>();
  const aliases = new Map<string, readonly Alias[]>();
  const optionsOf = (config: string): ImportOptions => remembered(options, config, () => importOptionsOf(config, tree));
  const projectOf = (directory: string): Project =>
    remembered(projects, directory, () => nearestProject(root, directory, optionsOf, tree));
  const aliasesIn = (directory: string, module: DomainModule): readonly Alias[] =>
    remembered(aliases, `${directory}\0${module.file}`, () => aliasesFor(root, module, projectOf(directory), tree));
  const siblingImports = (directory: string): readonly string[] =>
    remembered(siblings, directory, () => importsIn(tree, join(root, directory)));
  return (module, file) => {
    const directory = posix.dirname(file.path);
    if (module.import !== undefined && !loadedByTool(file.path)) return module.import;
    const project = projectOf(directory);
    const own = importedBy(file.text);
    const known = loadedByTool(file.path) ? [] : aliasesIn(directory, module);
    const near = relativePath(directory, module.file);
    const alias = chosenAlias(known, near, own, () => siblingImports(directory));
    const beside = near.startsWith('./') && own.some((specifier) => specifier.startsWith('./'));
    return alias && !beside
      ? withEnding(alias.specifier, alias.exact, module, project, own, file)
      : withEnding(near, false, module, project, own, file);
  };
}

/** Configuration that a tool loads by itself knows no aliases. */
function loadedByTool(path: string): boolean {
  return /^(?!.*(?:^|\/)src\/).*\.config\.[cm]?[jt]s$/.test(path);
}

/** The alias that the file uses, or its siblings where it does not say, or the first where a relative path would climb further than the file ever does. */
function chosenAlias(
  aliases: readonly Alias[],
  near: string,
  own: readonly string[],
  siblings: () => readonly string[],
): Alias | undefined {
  const used = (imports: readonly string[]): Alias | undefined =>
    aliases.find((alias) => imports.some((specifier) => alias.uses(specifier)));
  const mine = used(own);
  if (mine || aliases.length === 0) return mine;
  const climbs = Math.max(0, ...own.map(levels));
  const theirs = climbs > 0 ? undefined : used(siblings());
  return theirs ?? aliases.find((alias) => alias.needed || (alias.prefixed && levels(near) > Math.max(1, climbs)));
}

/** How many directories a relative specifier goes up. */
function levels(specifier: string): number {
  return /^(?:\.\.\/)*/.exec(specifier)![0].length / 3;
}

function relativePath(directory: string, target: string): string {
  const path = posix.relative(directory === '.' ? '' : directory, target);
  return path.startsWith('../') ? path : `./${path}`;
}

/** The specifier with the ending that the module resolution asks for, or that the file's own imports have. */
function withEnding(
  specifier: string,
  exact: boolean,
  module: DomainModule,
  project: Project,
  own: readonly string[],
  file: SourceFile,
): string {
  if (exact) return specifier;
  const ending = SOURCE.exec(module.file)![0];
  const bare = specifier.replace(SOURCE, '');
  const relative = own.filter((one) => /^\.{1,2}\//.test(one) && !/\.(?:css|scss|json|svg|vue)$/.test(one));
  const typescript = /\.[cm]?tsx?$/.test(module.file);
  if (typescript && project.allowsTypeScriptEndings && relative.some((one) => /\.[cm]?tsx?$/.test(one))) return bare + ending;
  const written = relative.filter((one) => (typescript ? /\.[jt]sx?$/ : SOURCE).test(one)).length * 2 > relative.length;
  const demanded =
    relative.length === 0 && (project.wantsEndings || file.path.endsWith('.mjs') || (!typescript && project.isNodeModule));
  // No resolution looks for `.cjs` or `.mjs`.
  const isNamed = /^\.[cm]/.test(ending);
  if (isNamed || written || demanded || (project.wantsEndings && file.path.endsWith('.mts')))
    return bare + ending.replace(/tsx?$/, 'js').replace('jsx', 'js');
  return bare.replace(/(?<=\/)index$/, '').replace(/(?<=[^/.])\/$/, '');
}

function importsIn(tree: TreeFiles, directory: string): readonly string[] {
  const files = tree
    .entries(directory)
    .filter(({ name }) => SOURCE.test(name))
    .slice(0, SIBLINGS);
  return files.flatMap(({ name }) => importedBy(tree.text(join(directory, name)) ?? ''));
}
