import { join, posix, relative, sep } from 'node:path';
import { type RegularFiles, regularFiles } from '../files/regular.ts';
import type { DomainModule } from '../types/policy.ts';
import { attempted, compilerOptionsOf, typescript } from './compiler.ts';
import { compilerSystem } from './compiler-system.ts';
import { importedBy } from './imported-by.ts';
import { upward } from './projects.ts';

/** Files beyond which imports are followed no further. */
const MOST = 300;

/** Says which project files an import leads to; all paths are relative to the root, with `/`. */
export interface ModuleImports {
  /** The file that an import names: a specifier of TypeScript, or a dotted name of Python with the dots before it. */
  find(from: string, specifier: string): string | undefined;
  /** All files that a module imports, directly or not, sorted. */
  closure(file: string): string[];
}

/** Makes what follows the imports of one domain module. */
export function importsOf(root: string, module: DomainModule): ModuleImports {
  const tree = regularFiles(root);
  const find = module.language === 'python' ? pythonFinder(root, module, tree) : typescriptFinder(root, tree);
  const named = module.language === 'python' ? pythonImports : importedBy;
  return {
    find,
    closure(file) {
      const seen = new Set([file]);
      for (const path of seen) {
        if (seen.size > MOST) break;
        for (const specifier of named(tree.text(join(root, path)) ?? '')) {
          const found = find(path, specifier);
          if (found !== undefined) seen.add(found);
          if (found !== undefined && module.language === 'python')
            for (const one of packagesOf(root, found, file, tree)) seen.add(one);
        }
      }
      seen.delete(file);
      return [...seen].sort();
    },
  };
}

const FROM = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^()]{0,9999}\)|[^\r\n;#]{1,999})/gm;
const PLAIN = /^[ \t]*import[ \t]+([\w., \t]{1,999})/gm;

/** Everything that a Python text may import, among it each imported name as a module of its own. */
function pythonImports(text: string): string[] {
  const found: string[] = [];
  for (const [, dots = '', module = '', names = ''] of text.matchAll(FROM)) {
    found.push(dots + module);
    const prefix = dots + (module === '' ? '' : `${module}.`);
    for (const [, name] of names.replace(/#[^\r\n]*/g, '').matchAll(/(?:^|[,(])\s*(\w+)/g)) found.push(prefix + name);
  }
  for (const [, names = ''] of text.matchAll(PLAIN))
    for (const name of names.split(',')) found.push(name.trim().split(/\s/, 1)[0]!);
  return found;
}

function pythonFinder(root: string, { file, import: name = '' }: DomainModule, tree: RegularFiles): ModuleImports['find'] {
  const bare = file.replace(/(?:\/__init__)?\.py$/, '');
  const tail = name.replaceAll('.', '/');
  const base = bare.endsWith(`/${tail}`) ? bare.slice(0, -tail.length - 1) : '';
  return (from, specifier) => {
    const level = /^\.*/.exec(specifier)![0].length;
    const inside = specifier.slice(level).replaceAll('.', '/');
    const up = level > 0 ? posix.join(posix.dirname(from), '../'.repeat(level - 1)) : base;
    const path = posix.join(up, inside);
    return [`${path}.py`, posix.join(path, '__init__.py')].find(
      (one) => !one.startsWith('..') && tree.isRegular(join(root, one)),
    );
  };
}

function typescriptFinder(root: string, tree: RegularFiles): ModuleImports['find'] {
  const ts = typescript();
  const system = compilerSystem(ts, tree);
  const options = new Map<string, ReturnType<typeof compilerOptionsOf>>();
  return (from, specifier) => {
    const config = upward(root, posix.dirname(from), ['tsconfig.json', 'jsconfig.json'], tree) ?? '';
    const known = options.get(config) ?? (config === '' ? {} : compilerOptionsOf(config, tree));
    options.set(config, known);
    const resolution = known.moduleResolution ?? ts.ModuleResolutionKind.Bundler;
    const asked = { ...known, moduleResolution: resolution, allowJs: true, preserveSymlinks: true };
    const resolvedModule = attempted(() => ts.resolveModuleName(specifier, join(root, from), asked, system).resolvedModule);
    if (!resolvedModule || resolvedModule.isExternalLibraryImport) return undefined;
    const path = relative(root, resolvedModule.resolvedFileName).split(sep).join('/');
    return path.startsWith('..') || /\.(?:json|d\.[cm]?ts)$/.test(path) ? undefined : path;
  };
}

/** The packages that Python runs on the way to a file; those around the importing module run before it. */
function packagesOf(root: string, found: string, file: string, tree: RegularFiles): string[] {
  const folders = found.split('/').slice(0, -1);
  return folders
    .map((_, index) => folders.slice(0, index + 1).join('/'))
    .filter((folder) => !file.startsWith(`${folder}/`))
    .map((folder) => `${folder}/__init__.py`)
    .filter((init) => tree.isRegular(join(root, init)));
}
