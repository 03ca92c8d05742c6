import { dirname, join } from 'node:path';
import { remembered } from '../../../src/core/remembering.ts';
import type { Resolver } from '../../../src/types/module.ts';
import type { TreeFiles } from '../../../src/types/tree.ts';
import type { PythonRoots } from '../roots.ts';
import { rootsOf } from './roots.ts';

/** Every file imports a module by the same dotted name; what differs is what stands beside the file. */
export function resolverFor(root: string, tree: TreeFiles): Resolver {
  const folders = new Map<string, ReadonlySet<string>>();
  let evidence: PythonRoots | undefined;
  return (module, { path }) => {
    evidence ??= rootsOf(root, module, tree);
    const reference = { file: module.file, specifier: module.import ?? '', bindings: module.bindings, evidence };
    const folder = dirname(path);
    if (folder === '.') return reference;
    const names = remembered(
      folders,
      folder,
      () => new Set(tree.entries(join(root, folder)).map(({ name }) => name.replace(/\.py$/, ''))),
    );
    const beside = evidence.packages.filter((name) => names.has(name));
    return beside.length > 0 ? { ...reference, beside } : reference;
  };
}
