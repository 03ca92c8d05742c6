import type { Target } from '../../../src/types/packaging.ts';
import type { DomainModule } from '../../../src/types/policy.ts';
import type { ListedTree } from '../../../src/types/tree.ts';

/** The import needs the `__init__.py` of each regular package that the module lies in; the import name says how much of the path belongs to it. */
export function targetOf({ file, import: specifier = '' }: DomainModule, tree: ListedTree): Pick<Target, 'needed' | 'suffix'> {
  const segments = file.split('/');
  const depth = specifier.split('.').length + (file.endsWith('/__init__.py') ? 1 : 0);
  const root = segments.length - Math.min(depth, segments.length);
  const packages = segments.slice(root, -1).map((_, index) => segments.slice(0, root + index + 1).join('/'));
  const inits = packages.map((folder) => `${folder}/__init__.py`).filter((init) => init !== file && tree.has(init));
  return { needed: [file, ...inits], suffix: segments.slice(root).join('/') };
}
