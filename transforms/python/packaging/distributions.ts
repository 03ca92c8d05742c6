import { posix } from 'node:path';
import { below } from '../../../src/core/below.ts';
import { nestsTooDeep } from '../../../src/core/nesting.ts';
import type { Target } from '../../../src/types/packaging.ts';
import type { ListedTree } from '../../../src/types/tree.ts';
import { type Shipping, ships } from './packages.ts';
import type { Stated } from './stated.ts';

const MANIFEST = /(?:^|\/)(?:pyproject\.toml|setup\.cfg|setup\.py)$/;

/** A Python distribution that ships files without a domain module. Plain data. */
export interface LackingDistribution {
  readonly module: string;
  readonly manifest: string;
  /** Relative to the root; `''` is the root. */
  readonly folder: string;
  readonly shipping: Shipping;
  /** Directories, relative to the folder, that hold an `__init__.py`. */
  readonly packages: readonly string[];
}

interface Distribution extends Stated {
  readonly manifest: string;
  readonly folder: string;
}

/** The distributions of a tree that state what they ship, leave a module out, and name no other one that ships it. */
export async function lackingDistributions(
  tree: ListedTree,
  paths: readonly string[],
  targets: readonly Target[],
): Promise<LackingDistribution[]> {
  const manifests = paths.filter((path) => MANIFEST.test(path));
  if (manifests.length === 0) return [];
  const stated = await Promise.all(manifests.map((path) => distributionAt(tree, path)));
  return stated.flatMap(({ manifest, folder, shipping }) => {
    if (!shipping) return [];
    return targets.flatMap(({ file, needed }) => {
      if (needed.every((path) => isShipped(tree, { folder, shipping }, path))) return [];
      const others = stated.filter((other) => other.shipping && isShipped(tree, { ...other, shipping: other.shipping }, file));
      if (others.some(({ name }) => name === undefined || mentions(tree.read(manifest), name))) return [];
      return [{ module: file, manifest, folder, shipping, packages: packagesBelow(tree, folder) }];
    });
  });
}

/** Whether a distribution ships a file, and so ships it without the module. */
export function shippedWithout(
  { module, manifest, folder, shipping, packages }: LackingDistribution,
  path: string,
): string | undefined {
  const inside = below(folder, path);
  const isShipped = inside !== undefined && ships(shipping, inside, (directory) => packages.includes(directory));
  return isShipped ? `${manifest} ships it without ${module}` : undefined;
}

async function distributionAt(tree: ListedTree, manifest: string): Promise<Distribution> {
  const folder = posix.dirname(manifest).replace(/^\.$/, '');
  return { manifest, folder, ...(await statedBy(posix.basename(manifest), tree.read(manifest))) };
}

/** Reads what a manifest says; its reader is loaded when there is something to read. */
async function statedBy(name: string, text: string): Promise<Stated> {
  if (nestsTooDeep(text)) return {};
  if (name === 'setup.cfg') return text.includes('[options') ? (await import('./setup-cfg.ts')).readSetupCfg(text) : {};
  if (name === 'setup.py') return /\bsetup\s*\(/.test(text) ? (await import('./setup-py.ts')).readSetupPy(text) : {};
  return text.includes('[tool.') ? (await import('./pyproject.ts')).readPyproject(text) : {};
}

function isShipped(
  tree: ListedTree,
  { folder, shipping }: { readonly folder: string; readonly shipping: Shipping },
  path: string,
): boolean {
  const inside = below(folder, path);
  return inside !== undefined && ships(shipping, inside, (directory) => tree.has(posix.join(folder, directory, '__init__.py')));
}

function packagesBelow({ files }: ListedTree, folder: string): string[] {
  return files.flatMap((path) => {
    const inside = path.endsWith('/__init__.py') ? below(folder, posix.dirname(path)) : undefined;
    return inside === undefined ? [] : [inside];
  });
}

/** Names of distributions compare without case, and `-`, `_` and `.` are one. */
function mentions(text: string, name: string): boolean {
  const normal = (written: string): string => written.toLowerCase().replaceAll(/[-_.]+/g, '-');
  return normal(text).includes(normal(name));
}
