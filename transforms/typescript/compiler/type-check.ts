import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type * as TsMorph from 'ts-morph';
import { groupBy } from '../../../src/core/group-by.ts';
import { remembered } from '../../../src/core/remembering.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import type { PlannedModule, TypedChange } from '../../../src/types/type-check.ts';
import { upward } from '../project/projects.ts';
import { attempted, compilerOptionsOf } from './compiler.ts';
import { projectFiles } from './compiler-system.ts';

/** What the compiler says of a file, one line a diagnostic. */
interface Diagnostic {
  readonly code: number;
  readonly message: string;
}

/** An import that cannot be resolved. */
const UNRESOLVED = new Set([2307, 2792, 7016]);
/** What follows from packages that are not installed, whatever a file's texts are. */
const OF_MISSING_PACKAGES = new Set([2304, 2503, 2580, 2582, 2591, 2686, 2875, 7006, 7026, 7031]);

/**
 * The changed TypeScript files that would have type errors which they have not now, each with the first of them in words. They are
 * checked in memory, by the options of the nearest tsconfig.json, with the domain modules as they will be and all else as it stands on
 * disk. Files below no tsconfig.json are not checked.
 */
export function newTypeErrors(
  root: string,
  tree: TreeFiles,
  modules: readonly PlannedModule[],
  changes: readonly TypedChange[],
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const [config, members] of byConfiguration(root, changes, tree)) {
    const checker = openChecker(root, config, modules, tree);
    const group = members.flatMap(({ path, specifiers, texts }) => {
      const both = texts();
      return both ? [{ path, specifiers, ...both }] : [];
    });
    const after = checker(group.map(({ path, after: text }) => ({ file: path, text })));
    const suspects = group.filter(({ path, specifiers }) => after.get(path)!.some((one) => isSuspect(one, specifiers)));
    if (suspects.length === 0) continue;
    const before = checker(group.map(({ path, before: text }) => ({ file: path, text })));
    for (const { path, specifiers } of suspects) {
      const error = firstNew(before.get(path)!, after.get(path)!, specifiers);
      if (error !== undefined) found.set(path, error);
    }
  }
  return found;
}

/** Those below a configuration, by its path. */
function byConfiguration(root: string, changes: readonly TypedChange[], tree: TreeFiles): Map<string, TypedChange[]> {
  const configs = new Map<string, string>();
  const configOf = (folder: string): string =>
    remembered(configs, folder, () => upward(root, folder, ['tsconfig.json'], tree) ?? '');
  const groups = groupBy(
    changes.filter(({ path }) => /\.[cm]?tsx?$/.test(path)),
    ({ path }) => configOf(dirname(path)),
  );
  groups.delete('');
  return groups;
}

/** Makes a function that places texts, and gives the diagnostics of each. */
function openChecker(
  root: string,
  config: string,
  modules: readonly PlannedModule[],
  tree: TreeFiles,
): (files: readonly PlannedModule[]) => Map<string, Diagnostic[]> {
  const library = createRequire(import.meta.url)('ts-morph') as typeof TsMorph;
  const { Project, ts } = library;
  const project = new Project({
    fileSystem: projectFiles(library, tree),
    compilerOptions: {
      ...compilerOptionsOf(config, tree),
      noEmit: true,
      skipLibCheck: true,
      incremental: false,
      composite: false,
    },
    skipFileDependencyResolution: true,
  });
  const place = ({ file, text }: PlannedModule): TsMorph.SourceFile =>
    project.createSourceFile(join(root, file), text, { overwrite: true });
  for (const module of modules) if (/\.[cm]?[jt]s$/.test(module.file)) attempted(() => place(module));
  return (files) => {
    for (const file of files) attempted(() => place(file));
    const program = attempted(() => project.getProgram().compilerObject);
    const diagnosticsOf = (file: string): Diagnostic[] => {
      const source = program?.getSourceFile(join(root, file));
      if (!source) return [];
      return [...program!.getSyntacticDiagnostics(source), ...program!.getSemanticDiagnostics(source)].map(
        ({ code, messageText }) => ({ code, message: ts.flattenDiagnosticMessageText(messageText, '\n').split('\n')[0]! }),
      );
    };
    return new Map(files.map(({ file }) => [file, attempted(() => diagnosticsOf(file)) ?? []]));
  };
}

/** Whether an error may come from a reference or from its import. */
function isSuspect({ code, message }: Diagnostic, specifiers: readonly string[]): boolean {
  if (UNRESOLVED.has(code)) return specifiers.some((specifier) => message.includes(`'${specifier}'`));
  return !OF_MISSING_PACKAGES.has(code);
}

/** The first error of a kind that has become more frequent. */
function firstNew(
  before: readonly Diagnostic[],
  after: readonly Diagnostic[],
  specifiers: readonly string[],
): string | undefined {
  const left = new Map<number, number>();
  for (const { code } of before) left.set(code, (left.get(code) ?? 0) + 1);
  const fresh = after.find((one) => {
    if (!isSuspect(one, specifiers)) return false;
    if (UNRESOLVED.has(one.code)) return !resolvesElsewhere(before, specifiers);
    const count = left.get(one.code) ?? 0;
    left.set(one.code, count - 1);
    return count <= 0;
  });
  return fresh?.message.split(/\.(?= '|$)/)[0];
}

/** The compiler does not know the alias by which the file imports other modules as well: a bundler resolves it. */
function resolvesElsewhere(before: readonly Diagnostic[], specifiers: readonly string[]): boolean {
  return specifiers.every((specifier) => {
    const alias = /^[^./][^/]*\//.exec(specifier)?.[0];
    return alias !== undefined && before.some(({ code, message }) => UNRESOLVED.has(code) && message.includes(`'${alias}`));
  });
}
