import { moduleProfileOf } from '../../transforms/languages.ts';
import type { Lacking, Packaging } from '../types/packaging.ts';
import type { DomainModule } from '../types/policy.ts';
import { type LackingImage, lackingImages, type RunTarget, takenWithout } from './docker/images.ts';
import { treeOf } from './tree.ts';

/** The images, packages and projects that certainly lack a domain module. Plain data, sent to the workers as it is. */
export interface Packed {
  readonly images: readonly LackingImage[];
  /** What the manifests of each language leave out. */
  readonly byLanguage: readonly { readonly language: string; readonly lacking: readonly Lacking[] }[];
}

/** Where no file can miss a module. */
export const NOTHING_LACKS: Packed = { images: [], byLanguage: [] };

/**
 * Reads from the Dockerfiles and manifests of a tree where the domain modules are missing. `listed` is the whole tree, `isIgnored` says
 * of which files the configuration does not want to know. What is not certain is not said.
 */
export async function readPackaging(
  root: string,
  listed: readonly string[],
  isIgnored: (path: string) => boolean,
  modules: readonly DomainModule[],
): Promise<Packed> {
  const ways = await waysOf(modules.map(({ language }) => language));
  const importable = modules.filter(({ language }) => ways.has(language));
  if (importable.length === 0) return NOTHING_LACKS;
  const tree = treeOf(
    root,
    listed,
    importable.map(({ file }) => file),
  );
  const targets = importable.map((module): RunTarget => {
    const { targetOf, runs } = ways.get(module.language)!;
    return { file: module.file, language: module.language, runs, ...targetOf(module, tree) };
  });
  const isTelling = (path: string): boolean => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    return DOCKERFILES.test(name) || [...ways.keys()].some((language) => moduleProfileOf(language)?.manifests?.test(name));
  };
  const telling = listed.filter((path) => isTelling(path) && !isIgnored(path));
  const byLanguage = [...ways].map(async ([language, { lackingIn }]) => {
    const own = targets.filter((target) => target.language === language);
    return { language, lacking: await lackingIn(tree, telling, own) };
  });
  return { images: lackingImages(tree, telling, targets), byLanguage: await Promise.all(byLanguage) };
}

/** A first choice by name; each check looks closer. */
const DOCKERFILES = /^(?:Dockerfile.*|Containerfile)$|\.Dockerfile$/i;

/** How some languages package their files; those are left out that say nothing of it. */
async function waysOf(languages: readonly string[]): Promise<ReadonlyMap<string, Packaging>> {
  const ways = new Map<string, Packaging>();
  for (const language of languages) {
    const loading = ways.has(language) ? undefined : moduleProfileOf(language)?.loadPackaging?.();
    if (loading) ways.set(language, (await loading).packaging);
  }
  return ways;
}

/** Says why a file cannot import a module where it is packaged: a lower-case noun phrase, or `undefined`. */
export type Reach = (module: DomainModule, path: string) => string | undefined;

/** Makes what says where files cannot import modules. None when nothing lacks. */
export async function openReach({ images, byLanguage }: Packed): Promise<Reach | undefined> {
  const short = byLanguage.filter(({ lacking }) => lacking.length > 0);
  if (images.length === 0 && short.length === 0) return undefined;
  const ways = await waysOf(short.map(({ language }) => language));
  const known = new Map<string, string | undefined>();
  const reasonOf = ({ file }: DomainModule, path: string): string | undefined => {
    const mine = <T extends Lacking>(all: readonly T[]): T[] => all.filter(({ module }) => module === file);
    return (
      first(mine(images), (image) => takenWithout(image, path)) ??
      first(short, ({ language, lacking }) => first(mine(lacking), (one) => ways.get(language)!.reasonFor(one, path)))
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
