import { readIni } from './ini.ts';
import { directoriesOf, modulesOf, type Stated } from './stated.ts';

/** What a setup.cfg says of its distribution's packages (setuptools, `[options]`). */
export function readSetupCfg(text: string): Stated {
  const sections = readIni(text);
  const options = sections.get('options');
  const name = sections.get('metadata')?.get('name');
  const packages = options?.get('packages');
  const stated = { ...(name === undefined ? {} : { name }) };
  if (!options || packages === undefined) return stated;
  const roots = new Map(listOf(options.get('package_dir')).map(pairOf));
  const modules = modulesOf(listOf(options.get('py_modules')), roots);
  const found = /^find(_namespace)?:$/.exec(packages);
  if (!found) return { ...stated, shipping: { kind: 'packages', directories: directoriesOf(listOf(packages), roots), modules } };
  const find = sections.get('options.packages.find');
  return {
    ...stated,
    shipping: {
      kind: 'find',
      where: orElse(listOf(find?.get('where')), roots.get('') ?? ''),
      include: orElse(listOf(find?.get('include')), '*'),
      exclude: listOf(find?.get('exclude')),
      namespaces: found[1] !== undefined,
      modules,
    },
  };
}

function listOf(value: string | undefined): string[] {
  return (value ?? '')
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function pairOf(entry: string): [string, string] {
  const at = entry.indexOf('=');
  return [entry.slice(0, Math.max(at, 0)).trim(), entry.slice(at + 1).trim()];
}

function orElse(list: readonly string[], other: string): string[] {
  return list.length > 0 ? list.map((item) => item.replace(/^\.$/, '')) : [other];
}
