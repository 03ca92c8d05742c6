import { posix } from 'node:path';
import dockerignore from '@balena/dockerignore';
import { below } from '../../core/below.ts';
import { tameLines } from '../../core/glob/tame.ts';
import type { Packaging, Target } from '../../types/packaging.ts';
import type { ListedTree } from '../../types/tree.ts';
import { buildsOf } from './builds.ts';
import { type Build, contextsOf } from './context.ts';
import { landingsOf } from './landing.ts';
import { runningStages } from './running.ts';
import { readStages, type Stage } from './stages.ts';

const DOCKERFILE = /(?:^|\/)(?:Dockerfile(?:\.[^/]*)?|[^/]*\.Dockerfile|Containerfile)$/i;

/** A module, with what says of a command whether it runs code of its language. */
export interface RunTarget extends Target {
  readonly runs: Packaging['runs'];
}

/** An image that runs without a domain module. Plain data. */
export interface LackingImage {
  readonly module: string;
  readonly dockerfile: string;
  /** Relative to the root; `''` is the root. */
  readonly context: string;
  /** Lines of the ignore file. */
  readonly ignore: string;
  readonly stages: readonly Stage[];
  /** The stages that lack the module, with what is wrong: it follows "copies it". */
  readonly lacking: readonly { readonly stage: number; readonly how: string }[];
}

/** The images of a tree that certainly do not hold a module where it can be imported. `paths`: those to look at. */
export function lackingImages(tree: ListedTree, paths: readonly string[], targets: readonly RunTarget[]): LackingImage[] {
  let known: readonly Build[] | undefined;
  const builds = (): readonly Build[] => {
    known ??= buildsOf(tree);
    return known;
  };
  return paths
    .filter((path) => DOCKERFILE.test(path) && !path.endsWith('.dockerignore'))
    .flatMap((dockerfile) => {
      const stages = readStages(tree.read(dockerfile));
      if (!stages.some(({ copies }) => copies.length > 0)) return [];
      return contextsOf(dockerfile, stages, tree, builds).flatMap((context) =>
        targets.flatMap((target) => lacking(tree, dockerfile, context, stages, target)),
      );
    });
}

/** The line that takes a file into an image that lacks the module, with what is wrong. */
export function takenWithout(image: LackingImage, path: string): string | undefined {
  const inContext = below(image.context, path);
  if (inContext === undefined) return undefined;
  // An ignore file is slow to ask.
  const unfiltered = landingsOf(image.stages, inContext, false);
  if (image.lacking.every(({ stage }) => unfiltered[stage]!.places.length === 0)) return undefined;
  if (isIgnored(image.ignore, inContext) !== false) return undefined;
  for (const { stage, how } of image.lacking) {
    const place = unfiltered[stage]!.places[0];
    if (place) return `${image.dockerfile}:${place.line} copies it${how}`;
  }
  return undefined;
}

function lacking(
  tree: ListedTree,
  dockerfile: string,
  context: string,
  stages: readonly Stage[],
  target: RunTarget,
): LackingImage[] {
  const ignoreFile = [`${dockerfile}.dockerignore`, posix.join(context, '.dockerignore')].find((path) => tree.has(path));
  const ignore = ignoreFile === undefined ? '' : tree.read(ignoreFile);
  if (broughtByCommands(stages, target)) return [];
  const found = runningStages(stages, target.runs).flatMap((stage) => {
    const how = shortcoming(stages, stage, context, ignore, ignoreFile, target);
    return how === undefined ? [] : [{ stage, how }];
  });
  return found.length > 0 ? [{ module: target.file, dockerfile, context, ignore, stages, lacking: found }] : [];
}

function shortcoming(
  stages: readonly Stage[],
  stage: number,
  context: string,
  ignore: string,
  ignoreFile: string | undefined,
  { needed, suffix }: Target,
): string | undefined {
  for (const file of needed) {
    const path = below(context, file);
    const unfiltered = landingsOf(stages, path ?? file, path === undefined)[stage]!;
    if (!unfiltered.maybe && unfiltered.places.length === 0) return ` without ${file}`;
    const ignored = path === undefined || isIgnored(ignore, path);
    // A pattern that cannot be read.
    if (ignored === undefined) return undefined;
    const { places, maybe } = landingsOf(stages, path ?? file, ignored)[stage]!;
    if (maybe) return undefined;
    if (places.length > 0) continue;
    return unfiltered.places.length > 0 ? `, but ${ignoreFile} leaves out ${file}` : ` without ${file}`;
  }
  if (suffix === undefined) return undefined;
  const places = landingsOf(stages, below(context, needed[0]!)!, false)[stage]!.places.map(({ at }) => at);
  if (places.some((at) => at === undefined || at.endsWith(`/${suffix}`))) return undefined;
  if (stages.some(({ commands }) => commands.some((command) => /\b(?:cp|mv|ln|rsync)\b/.test(command)))) return undefined;
  return `, and ${needed[0]} to ${places.at(-1)}, where the import does not find it`;
}

/** Commands that copy or fetch what bears the module's name. */
function broughtByCommands(stages: readonly Stage[], { file }: Target): boolean {
  const [top, name] = [file.split('/')[0]!, posix.basename(file)];
  return stages
    .flatMap(({ commands }) => commands.flatMap((command) => command.split(/&&|\|\||[;\n|]/)))
    .filter((command) => /\b(?:cp|mv|ln|rsync|install|curl|wget|git|tar|unzip|gsutil|aws)\b/.test(command))
    .some((command) => command.split(/[\s/'"=:,]+/).some((word) => word === top || word === name));
}

const compiled = new Map<string, (path: string) => boolean | undefined>();

/** Whether an ignore file with this text leaves a path out of the context; `undefined` where it holds a pattern that cannot be read. */
function isIgnored(text: string, path: string): boolean | undefined {
  if (text === '') return false;
  let ignores = compiled.get(text);
  if (!ignores) {
    const isTame = tameLines(text.split(/\r?\n/));
    const patterns = dockerignore.default({ ignorecase: false }).add(text);
    ignores = (one) => (isTame(one) ? patterns.ignores(one) : undefined);
    compiled.set(text, ignores);
  }
  try {
    return ignores(path);
  } catch {
    return undefined;
  }
}
