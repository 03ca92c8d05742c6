import path from 'node:path';
import { regularFiles } from '../files/regular.ts';

/** What the manifests of a tree say of the project. */
export interface Projects {
  /** What it is called, lower case: in the manifests of its root, or its directory where there are none, and the scopes of its packages. */
  readonly names: readonly string[];
  /** The hosts of its home pages. */
  readonly homes: readonly string[];
  /** Directories with a package.json, from the root (`''`), and whether their files are ES modules. */
  readonly packages: ReadonlyMap<string, boolean>;
}

/** Manifests that are read; a tree with more is known well enough by these. */
const MOST = 200;

/** Reads the manifests of a tree that lists these paths. What cannot be read says nothing. */
export function readProjects(root: string, listed: readonly string[]): Projects {
  const manifests = listed
    .filter((file) => /(?:^|\/)(?:package\.json|pyproject\.toml)$/.test(file) && !/(?:^|\/)node_modules\//.test(file))
    .sort((a, b) => depthOf(a) - depthOf(b))
    .slice(0, MOST);
  const tree = regularFiles(root);
  const names = new Set<string>();
  const homes = new Set<string>();
  const packages = new Map<string, boolean>();
  for (const file of manifests) {
    const text = tree.text(path.join(root, file));
    if (text === undefined) continue;
    const said = file.endsWith('.json') ? ofPackage(text) : ofPyproject(text);
    for (const name of depthOf(file) === 1 ? said.names : said.scopes) names.add(name.toLowerCase());
    for (const home of said.homes) homes.add(home);
    if (file.endsWith('.json')) packages.set(path.posix.dirname(`/${file}`).slice(1), said.esm);
  }
  if (names.size === 0) names.add(path.basename(root).toLowerCase());
  return { names: [...names].filter((name) => name !== ''), homes: [...homes], packages };
}

interface Said {
  readonly names: readonly string[];
  readonly scopes: readonly string[];
  readonly homes: readonly string[];
  readonly esm: boolean;
}

function ofPackage(text: string): Said {
  try {
    const { name, homepage, type } = JSON.parse(text) as Record<string, unknown>;
    const names = typeof name === 'string' ? name.replace(/^@/, '').split('/') : [];
    return {
      names,
      scopes: names.slice(0, -1),
      homes: typeof homepage === 'string' ? hostsIn(homepage) : [],
      esm: type === 'module',
    };
  } catch {
    return { names: [], scopes: [], homes: [], esm: false };
  }
}

function ofPyproject(text: string): Said {
  const name = /^name\s{0,4}=\s{0,4}["']([\w.-]{1,80})["']/m.exec(text)?.[1];
  const home = /^(?:homepage|Homepage|Home|url)\s{0,4}=\s{0,4}["']([^"'\n]{1,200})["']/m.exec(text)?.[1];
  return { names: name === undefined ? [] : [name], scopes: [], homes: home === undefined ? [] : hostsIn(home), esm: false };
}

function hostsIn(url: string): string[] {
  return URL.canParse(url) ? [new URL(url).hostname] : [];
}

function depthOf(file: string): number {
  return file.split('/').length;
}
