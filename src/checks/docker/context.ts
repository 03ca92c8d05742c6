import { posix } from 'node:path';
import type { ListedTree } from '../../types/tree.ts';
import type { Stage } from './stages.ts';

/** Where something says that a Dockerfile is built: both paths relative to the root, `''` is the root itself. */
export interface Build {
  readonly dockerfile: string;
  readonly context: string;
}

/**
 * The directories that a Dockerfile is built with: those that compose files, workflows or scripts name and that hold what it copies,
 * else the nearest to the usual: the root, or where the copied paths exist only there, a directory above the Dockerfile. None when
 * nothing that it copies is in the tree. `builds` is asked only where the copied paths do not settle it.
 */
export function contextsOf(
  dockerfile: string,
  stages: readonly Stage[],
  tree: ListedTree,
  builds: () => readonly Build[],
): string[] {
  const sources = stages.flatMap(({ copies }) =>
    copies.filter(({ stage, inline }) => stage === undefined && !inline).flatMap((copy) => copy.sources),
  );
  if (sources.length === 0) return [''];
  const telling = [...new Set(sources)].filter((source) => source !== '' && !/[*?[\\]/.test(source));
  const count = (context: string): number => telling.filter((source) => tree.has(posix.join(context, source))).length;
  const own = directoriesAbove(dockerfile);
  const usual = ['', ...(own.length > 1 ? [own[0]!] : []), ...own.slice(1, -1)];
  const most = Math.max(...usual.map(count));
  const best = usual.filter((context) => count(context) === most);
  if (best.length === 1 && most > 0) return best;
  const named = builds()
    .filter((build) => build.dockerfile === dockerfile && tree.has(build.context))
    .map(({ context }) => context);
  const highest = Math.max(0, ...named.map(count));
  if (named.length > 0 && highest >= most) return [...new Set(named.filter((context) => count(context) === highest))];
  return telling.length > 0 && most === 0 ? [] : best.slice(0, 1);
}

/** From the directory of a file up to the root, which is `''`. */
function directoriesAbove(path: string): string[] {
  const segments = path.split('/').slice(0, -1);
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/')).concat('');
}
