import { posix } from 'node:path';
import ignore from 'ignore';
import { tameLines } from '../../../src/core/glob/tame.ts';
import type { Target } from '../../../src/types/packaging.ts';
import type { ListedTree } from '../../../src/types/tree.ts';

/** An npm package that publishes files without a domain module that lies in it. Plain data. */
export interface LackingPackage {
  readonly module: string;
  readonly manifest: string;
  /** Patterns in the syntax of .gitignore, relative to the folder of the manifest: what is published. */
  readonly published: readonly string[];
  /** Folders below with a package of their own. */
  readonly others: readonly string[];
}

/** The package that owns each module, where it is published with `files` and these leave the module out. */
export function lackingPackages(tree: ListedTree, paths: readonly string[], targets: readonly Target[]): LackingPackage[] {
  const manifests = paths.filter((path) => posix.basename(path) === 'package.json');
  return targets.flatMap(({ file }) => {
    const manifest = manifests.filter((path) => holds(path, file)).sort((a, b) => b.length - a.length)[0];
    const published = manifest === undefined ? undefined : publishedBy(tree.read(manifest));
    if (manifest === undefined || !published || isPublished(published, relative(manifest, file)) !== false) return [];
    const others = manifests.filter((path) => path !== manifest && holds(manifest, path)).map((path) => posix.dirname(path));
    return [{ module: file, manifest, published, others }];
  });
}

/** Whether a package publishes a file, and so publishes it without the module. */
export function publishedWithout({ manifest, published, others, module }: LackingPackage, path: string): string | undefined {
  if (!holds(manifest, path) || others.some((folder) => path.startsWith(`${folder}/`))) return undefined;
  return isPublished(published, relative(manifest, path)) ? `${manifest} publishes it without ${module}` : undefined;
}

function publishedBy(text: string): string[] | undefined {
  try {
    const { private: isPrivate, files, main, bin } = JSON.parse(text) as Record<string, unknown>;
    if (isPrivate === true || !Array.isArray(files) || !files.every((entry) => typeof entry === 'string')) return undefined;
    const always = [main, ...(typeof bin === 'object' && bin !== null ? Object.values(bin) : [bin])];
    return [...files, ...always].filter((entry) => typeof entry === 'string').flatMap(anchored);
  } catch {
    return undefined;
  }
}

/** An entry of `files` is relative to the package, and takes all that is in a directory. */
function anchored(entry: string): string[] {
  const [, negated, path] = /^(!?)(?:\.?\/)*(.*)$/s.exec(entry)!;
  const clean = path!.replace(/\/+$/, '');
  return clean === '' || clean === '.' ? [`${negated}/**`] : [`${negated}/${clean}`, `${negated}/${clean}/**`];
}

/** `undefined` where a pattern takes too long to be asked. */
function isPublished(published: readonly string[], path: string): boolean | undefined {
  return tameLines(published)(path) ? ignore().add(published).ignores(path) : undefined;
}

function holds(manifest: string, path: string): boolean {
  const folder = posix.dirname(manifest);
  return folder === '.' || path.startsWith(`${folder}/`);
}

function relative(manifest: string, path: string): string {
  return posix.relative(posix.dirname(manifest), path);
}
