import { join } from 'node:path';
import type { DomainModule } from '../../../src/types/policy.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import type { PythonRoots } from '../roots.ts';

/** What shows that Python code of this repository can import from its root. */
export function rootsOf(root: string, module: DomainModule, tree: TreeFiles): PythonRoots {
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
    pytest: tree.exists(join(root, 'conftest.py')) || settings.some(holdsRoot),
    ...(testPaths ? { testPaths } : {}),
  };
}

/** A folder that could be imported: Python files in it or one level below. */
function holdsPython(tree: TreeFiles, folder: string): boolean {
  const entries = tree.entries(folder);
  if (entries.some((entry) => entry.name.endsWith('.py'))) return true;
  return entries.some((entry) => entry.isDirectory() && tree.exists(join(folder, entry.name, '__init__.py')));
}

/** The texts of the files that may configure pytest, in its order. */
function pytestSettings(root: string, tree: TreeFiles): string[] {
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
