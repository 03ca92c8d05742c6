import { dirname, join } from 'node:path';
import { remembered } from '../core/remembering.ts';
import { exists, type RegularFiles, regularFiles } from '../files/regular.ts';
import type { ModuleRef, PythonRoots } from '../types/language.ts';
import type { DomainModule } from '../types/policy.ts';
import type { SourceFile } from '../types/source.ts';
import { createSpecifiers } from './specifiers.ts';

/** Says how a file imports a domain module. For a Python file the answer hangs on its path alone, not on its text. */
export type Resolver = (module: DomainModule, file: SourceFile) => ModuleRef;

/** Makes a resolver; it reads project files of `root` when first needed. `onProject` is told each TypeScript file around which a project was read. */
export function createResolver(root: string, onProject: (path: string) => void = () => {}): Resolver {
  const tree = regularFiles(root);
  const specifier = createSpecifiers(root, tree);
  const folders = new Map<string, ReadonlySet<string>>();
  let roots: PythonRoots | undefined;
  return (module, file) => {
    const { file: target, bindings } = module;
    if (module.language === 'typescript') {
      return new Asked(module, () => {
        onProject(file.path);
        return specifier(module, file);
      });
    }
    roots ??= pythonRoots(root, module, tree);
    const folder = dirname(file.path);
    if (folder === '.') return { file: target, specifier: module.import ?? '', bindings, roots };
    const names = remembered(
      folders,
      folder,
      () => new Set(tree.entries(join(root, folder)).map(({ name }) => name.replace(/\.py$/, ''))),
    );
    const beside = roots.packages.filter((name) => names.has(name));
    return { file: target, specifier: module.import ?? '', bindings, roots, ...(beside.length > 0 ? { beside } : {}) };
  };
}

/** Finding the specifier reads the project around the file: it is done when something asks for it. A class, since V8 keeps alive what a getter of its own holds. */
class Asked implements ModuleRef {
  readonly file: string;
  readonly bindings: ModuleRef['bindings'];
  readonly #find: () => string;
  #found: string | undefined;

  constructor({ file, bindings }: DomainModule, find: () => string) {
    this.file = file;
    this.bindings = bindings;
    this.#find = find;
  }

  get specifier(): string {
    this.#found ??= this.#find();
    return this.#found;
  }
}

/** What shows that Python code of this repository can import from its root. */
export function pythonRoots(root: string, module: DomainModule, tree: RegularFiles = regularFiles(root)): PythonRoots {
  const own = (module.import ?? '').split('.')[0]!;
  const packages = tree
    .entries(root)
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) =>
      entry.isDirectory() && holdsPython(tree, join(root, entry.name))
        ? [entry.name]
        : entry.name.endsWith('.py')
          ? [entry.name.slice(0, -3)]
          : [],
    );
  const settings = pytestSettings(root, tree);
  const testPaths = settings.map(testPathsOf).find((paths) => paths.length > 0);
  return {
    packages: [...new Set([...packages, own])].sort(),
    pytest: exists(join(root, 'conftest.py')) || settings.some(holdsRoot),
    ...(testPaths ? { testPaths } : {}),
  };
}

/** A folder that could be imported: Python files in it or one level below. */
function holdsPython(tree: RegularFiles, folder: string): boolean {
  const entries = tree.entries(folder);
  if (entries.some((entry) => entry.name.endsWith('.py'))) return true;
  return entries.some((entry) => entry.isDirectory() && exists(join(folder, entry.name, '__init__.py')));
}

/** The texts of the files that may configure pytest, in its order. */
function pytestSettings(root: string, tree: RegularFiles): string[] {
  return ['pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg']
    .map((name) => tree.text(join(root, name)))
    .filter((text) => text !== undefined);
}

function holdsRoot(settings: string): boolean {
  return /^[ \t]*pythonpath[ \t]*=\s*(?:\[\s*)?["']?\.["']?[\s,\]]*(?:$|#)/m.test(settings);
}

/** The folders of `testpaths`, as a TOML array or as words of an INI value. */
function testPathsOf(settings: string): string[] {
  const toml = /^[ \t]*testpaths[ \t]*=[ \t]*\[([^\]]{0,9999})\]/m.exec(settings)?.[1];
  if (toml !== undefined) return [...toml.matchAll(/["']([^"'\n]+)["']/g)].map(([, path]) => tidy(path!));
  const ini = /^testpaths[ \t]*=([^\n]*(?:\n[ \t]+[^\n]+)*)/m.exec(settings)?.[1] ?? '';
  return ini.split(/\s+/).filter(Boolean).map(tidy);
}

function tidy(path: string): string {
  return path.replace(/^\.\//, '').replace(/\/+$/, '');
}
