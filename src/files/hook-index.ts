import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { isGitDirectory } from './disguised.ts';
import { run } from './git.ts';

/**
 * The index that a commit in progress handed to its hooks (`GIT_INDEX_FILE`: of `git commit -a` and `git commit FILE` it is not that of the
 * work tree), as git is to be given it; `undefined` where there is none, and where it belongs to another repository than the one that holds
 * `root`: a hook may run redomain elsewhere.
 */
export async function hookIndex(root: string): Promise<string | undefined> {
  const { GIT_INDEX_FILE: index, GIT_DIR: named } = process.env;
  if (!index) return undefined;
  const here = await gitDirectoryOf(root);
  if (here === undefined) return undefined;
  // Git resolves a relative path against the top of the work tree, and so it does for the git that is given it.
  const isOurs = named && path.isAbsolute(named) ? real(named) === here : await mayBeOurs(here, index);
  return isOurs ? index : undefined;
}

/** Whether the index lies in this repository, or in none and a git that the hook itself had run would have read it for this one. */
async function mayBeOurs(here: string, index: string): Promise<boolean> {
  const around = path.isAbsolute(index) ? gitDirectoryAround(index) : undefined;
  return (around ?? (await gitDirectoryOf(process.cwd()))) === here;
}

async function gitDirectoryOf(directory: string): Promise<string | undefined> {
  const ended = await run(directory, ['rev-parse', '--absolute-git-dir']);
  return ended?.code === 0 ? real(ended.output.toString('utf8').replace(/\n$/, '')) : undefined;
}

/** The git directory in which a file lies. */
function gitDirectoryAround(file: string): string | undefined {
  for (let directory = path.dirname(file); directory !== path.dirname(directory); directory = path.dirname(directory))
    if (isGitDirectory(directory)) return real(directory);
  return undefined;
}

function real(directory: string): string {
  return existsSync(directory) ? realpathSync.native(directory) : path.resolve(directory);
}
