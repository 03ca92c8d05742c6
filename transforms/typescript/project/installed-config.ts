import { dirname, join } from 'node:path';
import type { TreeFiles } from '../../../src/types/tree.ts';
import { targetsOf } from './export-targets.ts';
import { isMapping } from './mapping.ts';

/** The files that may be what `extends` names in an installed package, seen from a folder: the likeliest first, none where no such package is there. */
export function installedConfig(written: string, folder: string, tree: TreeFiles): string[] {
  const [, name = '', inside = ''] = /^((?:@[^/]+\/)?[^/]+)\/?(.*)$/s.exec(written) ?? [];
  for (let at = folder; ; at = dirname(at)) {
    const installed = join(at, 'node_modules', name);
    if (name !== '' && tree.isDirectory(installed)) return inPackage(installed, inside, tree);
    if (at === dirname(at)) return [];
  }
}

function inPackage(installed: string, inside: string, tree: TreeFiles): string[] {
  const { exports, tsconfig } = manifestIn(installed, tree);
  if (exports !== undefined && exports !== null) return exported(exports, inside).map((path) => join(installed, path));
  const named = typeof tsconfig === 'string' ? tsconfig : 'tsconfig.json';
  if (inside === '') return [join(installed, named)];
  const path = join(installed, inside);
  if (path.endsWith('.json')) return [path];
  const inner = manifestIn(path, tree).tsconfig;
  return [`${path}.json`, ...(typeof inner === 'string' ? [join(path, inner)] : []), join(path, 'tsconfig.json')];
}

function manifestIn(folder: string, tree: TreeFiles): Readonly<Record<string, unknown>> {
  const text = tree.text(join(folder, 'package.json'));
  if (text === undefined) return {};
  const content: unknown = JSON.parse(text);
  return isMapping(content) ? content : {};
}

/** What `exports` gives for a path in the package; patterns have one `*`. */
function exported(exports: unknown, inside: string): string[] {
  const asked = inside === '' ? '.' : `./${inside}`;
  const entries = isMapping(exports) && Object.keys(exports).some((key) => key.startsWith('.')) ? exports : { '.': exports };
  if (Object.hasOwn(entries, asked)) return targetsOf(entries[asked]);
  const fitting = Object.entries(entries).flatMap(([key, value]) => {
    const [before = '', after] = key.split('*');
    if (after === undefined || !asked.startsWith(before) || !asked.endsWith(after)) return [];
    if (asked.length < before.length + after.length) return [];
    return [{ key, before, value, hole: asked.slice(before.length, asked.length - after.length) }];
  });
  // The key that says most goes first.
  fitting.sort((a, b) => b.before.length - a.before.length || b.key.length - a.key.length);
  return fitting.slice(0, 1).flatMap(({ value, hole }) => targetsOf(value).map((path) => path.replaceAll('*', () => hole)));
}
