import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DomainModule, ModuleRef, SourceFile } from '../types.ts';
import { createSpecifiers } from './specifiers.ts';

/** Makes the function that says how a file imports a domain module. Reads project files of `root` when first needed. */
export function createResolver(root: string): (module: DomainModule, file: SourceFile) => ModuleRef {
  const specifier = createSpecifiers(root);
  const roots = createRoots(root);
  return (module, file) => {
    const { file: target, bindings } = module;
    if (module.language === 'typescript') return { file: target, specifier: specifier(module, file), bindings };
    return { file: target, specifier: module.import ?? '', bindings, roots: roots(module, file) };
  };
}

/** A name that also stands beside the file may be imported from there, and then shows nothing of the root. */
function createRoots(root: string): (module: DomainModule, file: SourceFile) => NonNullable<ModuleRef['roots']> {
  let whole: NonNullable<ModuleRef['roots']> | undefined;
  const byFolder = new Map<string, NonNullable<ModuleRef['roots']>>();
  return (module, file) => {
    whole ??= pythonRoots(root, module);
    const folder = dirname(file.path);
    if (folder === '.') return whole;
    let here = byFolder.get(folder);
    if (!here) {
      const beside = new Set(readdirSync(join(root, folder)).map((name) => name.replace(/\.py$/, '')));
      here = { ...whole, packages: whole.packages.filter((name) => !beside.has(name)) };
      byFolder.set(folder, here);
    }
    return here;
  };
}

/** What shows that Python code of this repository can import from its root. */
function pythonRoots(root: string, module: DomainModule): NonNullable<ModuleRef['roots']> {
  const own = (module.import ?? '').split('.')[0]!;
  const packages = readdirSync(root, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .flatMap((entry) =>
      entry.isDirectory() && holdsPython(join(root, entry.name))
        ? [entry.name]
        : entry.name.endsWith('.py')
          ? [entry.name.slice(0, -3)]
          : [],
    );
  return { packages: [...new Set([...packages, own])].sort(), pytest: pytestPathHoldsRoot(root) };
}

/** A folder that could be imported: Python files in it or one level below. */
function holdsPython(folder: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name.endsWith('.py'))) return true;
  return entries.some((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, '__init__.py')));
}

function pytestPathHoldsRoot(root: string): boolean {
  if (existsSync(join(root, 'conftest.py'))) return true;
  const settings = ['pytest.ini', 'pyproject.toml', 'tox.ini', 'setup.cfg']
    .map((name) => join(root, name))
    .filter((file) => existsSync(file));
  return settings.some((file) => /^\s*pythonpath\s*=\s*(?:\[\s*)?["']?\.["']?[\s,\]]*(?:$|#)/m.test(readFileSync(file, 'utf8')));
}
