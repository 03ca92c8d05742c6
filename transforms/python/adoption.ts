import { join, posix } from 'node:path';
import type { Adoption } from '../../src/types/module.ts';
import type { DomainModule } from '../../src/types/policy.ts';
import type { TreeFiles } from '../../src/types/tree.ts';
import { exportedTexts } from './exported.ts';

/** Follows the imports of a module as they are seen from the import root that its dotted name implies; a specifier is a dotted name with the dots before it. */
export function adoptionOf(root: string, module: DomainModule, tree: TreeFiles): Adoption {
  const find = finderFor(root, module, tree);
  const at = (path: string) => ({ path, text: tree.text(join(root, path)) ?? '', encoding: 'utf8' }) as const;
  return {
    find,
    importedBy,
    onTheWayTo: (found) => packagesOf(root, found, module.file, tree),
    exported: () =>
      exportedTexts(at(module.file), (from, name, level) => {
        const found = find(from.path, '.'.repeat(level) + name);
        return found === undefined ? undefined : at(found);
      }),
  };
}

const FROM = /^[ \t]*from[ \t]+(\.*)([\w.]*)[ \t]+import[ \t]*(\([^()]{0,9999}\)|[^\r\n;#]{1,999})/gm;
const PLAIN = /^[ \t]*import[ \t]+([\w., \t]{1,999})/gm;

/** Everything that a Python text may import, among it each imported name as a module of its own. */
function importedBy(text: string): string[] {
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

function finderFor(root: string, { file, import: name = '' }: DomainModule, tree: TreeFiles): Adoption['find'] {
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

/** The packages that run on the way to a file; those around the importing module run before it. */
function packagesOf(root: string, found: string, file: string, tree: TreeFiles): string[] {
  const folders = found.split('/').slice(0, -1);
  return folders
    .map((_, index) => folders.slice(0, index + 1).join('/'))
    .filter((folder) => !file.startsWith(`${folder}/`))
    .map((folder) => `${folder}/__init__.py`)
    .filter((init) => tree.isRegular(join(root, init)));
}
