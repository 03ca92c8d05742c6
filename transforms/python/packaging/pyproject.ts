import { posix } from 'node:path';
import { parse } from 'smol-toml';
import { clean, directoriesOf, modulesOf, type Stated } from './stated.ts';

type Table = Readonly<Record<string, unknown>>;

/** What a pyproject.toml says of its distribution's packages, for setuptools, Poetry and Hatch. */
export function readPyproject(text: string): Stated {
  let content: Table;
  try {
    content = parse(text);
  } catch {
    return {};
  }
  const { poetry: poetrySettings, uv } = table(content.tool);
  const name = table(content.project).name ?? table(poetrySettings).name;
  const isPackage = table(poetrySettings)['package-mode'] !== false && table(uv).package !== false;
  const shipping = isPackage ? (setuptools(content) ?? poetry(content) ?? hatch(content)) : undefined;
  return { ...(typeof name === 'string' ? { name } : {}), ...(shipping ? { shipping } : {}) };
}

function setuptools(content: Table): Stated['shipping'] {
  const settings = table(table(content.tool).setuptools);
  const roots = new Map(Object.entries(table(settings['package-dir'])).filter(isTextEntry));
  const modules = modulesOf(texts(settings['py-modules']) ?? [], roots);
  const packages = texts(settings.packages);
  if (packages) return { kind: 'packages', directories: directoriesOf(packages, roots), modules };
  const { find } = table(settings.packages);
  if (!isTable(find)) return undefined;
  const { where, include, exclude, namespaces } = find;
  return {
    kind: 'find',
    where: (texts(where) ?? [roots.get('') ?? '']).map(clean),
    include: texts(include) ?? ['*'],
    exclude: texts(exclude) ?? [],
    namespaces: namespaces !== false,
    modules,
  };
}

function poetry(content: Table): Stated['shipping'] {
  const settings = table(table(content.tool).poetry);
  const packages = asList(settings.packages);
  if (packages.length === 0 || !packages.every((entry) => typeof table(entry).include === 'string')) return undefined;
  const paths = [...packages, ...asList(settings.include)].map((entry: unknown) => {
    const { include, from } = typeof entry === 'string' ? { include: entry, from: undefined } : table(entry);
    return typeof include === 'string' ? posix.join(typeof from === 'string' ? from : '', include) : '';
  });
  return { kind: 'paths', include: paths, exclude: asList(settings.exclude).filter((one) => typeof one === 'string') };
}

function hatch(content: Table): Stated['shipping'] {
  const build = table(table(table(content.tool).hatch).build);
  const wheel = table(table(build.targets).wheel);
  const setting = (key: string): string[] | undefined => texts(wheel[key]) ?? texts(build[key]);
  if (Object.keys(table(wheel['force-include'] ?? build['force-include'])).length > 0) return undefined;
  const include = setting('only-include') ?? setting('packages') ?? setting('include')?.flatMap(anyDepth);
  return include && { kind: 'paths', include, exclude: (setting('exclude') ?? []).flatMap(anyDepth) };
}

/** Hatch's patterns are those of .gitignore: without a slash inside, they fit at any depth. */
function anyDepth(pattern: string): string[] {
  return pattern.slice(0, -1).includes('/') ? [pattern] : [`**/${pattern}`, `**/${pattern.replace(/\/$/, '')}/**`];
}

function table(value: unknown): Table {
  return isTable(value) ? value : {};
}

function isTable(value: unknown): value is Table {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] | undefined {
  return Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : undefined;
}

function isTextEntry(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}
