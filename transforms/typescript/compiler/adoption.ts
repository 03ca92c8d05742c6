import { join, posix, relative, sep } from 'node:path';
import type { Adoption } from '../../../src/types/module.ts';
import type { DomainModule } from '../../../src/types/policy.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { importedBy } from '../project/imported-by.ts';
import { upward } from '../project/projects.ts';
import { attempted, compilerOptionsOf, typescript } from './compiler.ts';
import { compilerSystem } from './compiler-system.ts';
import { exportedTexts } from './exported.ts';

/** Follows the imports of a module as the compiler resolves them. */
export function adoptionOf(root: string, module: DomainModule, tree: TreeFiles): Adoption {
  const find = finderFor(root, tree);
  const at = (path: string) => ({ path, text: tree.text(join(root, path)) ?? '' });
  return {
    find,
    importedBy,
    exported: () =>
      exportedTexts(at(module.file), (from, specifier) => {
        const found = find(from, specifier);
        return found === undefined ? undefined : at(found);
      }),
  };
}

function finderFor(root: string, tree: TreeFiles): Adoption['find'] {
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
