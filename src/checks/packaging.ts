import { isImportable } from '../core/scope.ts';
import type { DomainModule } from '../types/policy.ts';
import { type LackingImage, lackingImages, takenWithout } from './docker/images.ts';
import { type LackingPackage, lackingPackages, publishedWithout } from './npm-files.ts';
import { type LackingDistribution, lackingDistributions, shippedWithout } from './python/distributions.ts';
import { targetOf } from './target.ts';
import { treeOf } from './tree.ts';
import { builtWithout, type ClosedProject, closedProjects } from './tsconfig.ts';

/** The images, packages and projects that certainly lack a domain module. Plain data, sent to the workers as it is. */
export interface Packaging {
  readonly images: readonly LackingImage[];
  readonly packages: readonly LackingPackage[];
  readonly projects: readonly ClosedProject[];
  readonly distributions: readonly LackingDistribution[];
}

/** Where no file can miss a module. */
export const NOTHING_LACKS: Packaging = { images: [], packages: [], projects: [], distributions: [] };

/**
 * Reads from the Dockerfiles and manifests of a tree where the domain modules are missing. `listed` is the whole tree, `isIgnored` says
 * of which files the configuration does not want to know. What is not certain is not said.
 */
export async function readPackaging(
  root: string,
  listed: readonly string[],
  isIgnored: (path: string) => boolean,
  modules: readonly DomainModule[],
): Promise<Packaging> {
  const importable = modules.filter(isImportable);
  if (importable.length === 0) return NOTHING_LACKS;
  const tree = treeOf(
    root,
    listed,
    importable.map(({ file }) => file),
  );
  const targets = importable.map((module) => targetOf(module, tree));
  const telling = listed.filter((path) => TELLING.test(path.slice(path.lastIndexOf('/') + 1)) && !isIgnored(path));
  return {
    images: lackingImages(tree, telling, targets),
    packages: lackingPackages(tree, telling, targets),
    projects: closedProjects(tree, telling, targets),
    distributions: await lackingDistributions(tree, telling, targets),
  };
}

/** A first choice by name; each check looks closer. */
const TELLING =
  /^(?:Dockerfile.*|Containerfile|package\.json|tsconfig\.json|pyproject\.toml|setup\.cfg|setup\.py)$|\.Dockerfile$/i;

/** Makes the function that says why a file cannot import a module where it is packaged: a lower-case noun phrase, or `undefined`. None when nothing lacks. */
export function createReach({
  images,
  packages,
  projects,
  distributions,
}: Packaging): ((module: DomainModule, path: string) => string | undefined) | undefined {
  if (images.length + packages.length + projects.length + distributions.length === 0) return undefined;
  const known = new Map<string, string | undefined>();
  const reasonOf = ({ file }: DomainModule, path: string): string | undefined => {
    const mine = <T extends { readonly module: string }>(all: readonly T[]): T[] => all.filter(({ module }) => module === file);
    return (
      first(mine(images), (image) => takenWithout(image, path)) ??
      first(mine(packages), (one) => publishedWithout(one, path)) ??
      first(mine(projects), (project) => builtWithout(project, path)) ??
      first(mine(distributions), (distribution) => shippedWithout(distribution, path))
    );
  };
  return (module, path) => {
    const key = `${module.file}\0${path}`;
    if (!known.has(key)) known.set(key, reasonOf(module, path));
    return known.get(key);
  };
}

function first<T>(all: readonly T[], find: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
