import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { run } from './git.ts';

/** Where commits are to be made. */
export interface WorkTree {
  /** The commit that is checked out. */
  readonly head: string;
  /** The way from the top of the work tree to the root, with a slash at its end; empty where they are one. */
  readonly prefix: string;
  /** Whether new commits are on no branch. */
  readonly detached: boolean;
}

/** What stands half done in a repository, by the file of git that says so. */
const UNDER_WAY: Readonly<Record<string, string>> = {
  'rebase-merge': 'a rebase is in progress',
  'rebase-apply': 'a rebase, or `git am`, is in progress',
  MERGE_HEAD: 'a merge is in progress',
  CHERRY_PICK_HEAD: 'a cherry-pick is in progress',
  REVERT_HEAD: 'a revert is in progress',
  BISECT_LOG: 'a bisection is in progress',
};

/** Looks whether commits can be made in the work tree that holds `root`. Throws UserError, saying what stands in the way. */
export async function openWorkTree(root: string): Promise<WorkTree> {
  const [inside, head, branch, marks, author, committer] = await Promise.all([
    run(root, ['rev-parse', '--is-inside-work-tree', '--show-prefix']),
    run(root, ['rev-parse', '--verify', '--quiet', 'HEAD']),
    run(root, ['symbolic-ref', '--quiet', 'HEAD']),
    run(root, ['rev-parse', ...Object.keys(UNDER_WAY).flatMap((name) => ['--git-path', name])]),
    run(root, ['var', 'GIT_AUTHOR_IDENT']),
    run(root, ['var', 'GIT_COMMITTER_IDENT']),
  ]);
  if (!inside) throw new UserError('--commit needs git, which is not installed');
  const [answer, prefix = ''] = inside.output.toString('utf8').split('\n');
  if (inside.code !== 0 || answer !== 'true')
    throw new UserError('--commit needs a git work tree', {
      hint: /dubious ownership/.test(inside.words)
        ? `git refuses this one, because it belongs to another user: git config --global --add safe.directory ${root}`
        : '`redomain --write` alone works anywhere',
      location: root,
    });
  if (head?.code !== 0)
    throw new UserError('the repository has no commit yet', { hint: 'commit the tree as it is, then run again', location: root });
  const begun = existing(root, marks!.output).map((file) => UNDER_WAY[path.basename(file)]!);
  if (begun[0] !== undefined) throw new UserError(begun[0], { hint: 'end it first, then run again', location: root });
  await demandIdle(root);
  const unnamed = [author, committer].find((ident) => ident?.code !== 0);
  if (unnamed) throw new UserError(`git does not know who commits: ${unnamed.words}`);
  return { head: head.output.toString('utf8').trim(), prefix, detached: branch?.code !== 0 };
}

/** Throws UserError while a git process changes the index, such as one that a killed run has left at work. */
export async function demandIdle(root: string): Promise<void> {
  const lock = await run(root, ['rev-parse', '--git-path', 'index.lock']);
  const [file] = existing(root, lock?.output ?? Buffer.alloc(0));
  if (file === undefined) return;
  throw new UserError('another git process is at work here', {
    hint: 'wait until it ends; if there is none, remove its lock',
    location: path.resolve(root, file),
  });
}

/** Of paths, one a line, those that exist. */
function existing(root: string, lines: Buffer): string[] {
  const files = lines.toString('utf8').split('\n');
  return files.filter((file) => file !== '' && existsSync(path.resolve(root, file)));
}

/** What the person has changed, as git tells it. */
export interface OwnChanges {
  /** Tracked files of the whole repository that differ from HEAD, in the work tree or in the index; as git names them, from the top. */
  readonly all: readonly string[];
  /** Why a file must not be committed as if its contents were known: a lower-case noun phrase; `undefined` where it is as HEAD has it. Takes paths relative to the root. */
  of(path: string): string | undefined;
}

/** Asks git for all that is not committed. Throws UserError for files with conflicts. */
export async function ownChanges(root: string, prefix: string): Promise<OwnChanges> {
  const status = ['status', '--porcelain=v1', '-z', '--untracked-files=no', '--no-renames'];
  const [changes, listing] = await Promise.all([
    run(root, [...status, '--ignore-submodules=dirty']),
    run(root, ['ls-files', '-v', '-z']),
  ]);
  const failure = [changes, listing].find((ended) => ended?.code !== 0);
  if (failure) throw new UserError(`git cannot say what is committed: ${failure.words}`, { location: root });
  const records = changes!.output.toString('utf8').split('\0').slice(0, -1);
  const conflicting = records.find((record) => /^(?:U.|.U|AA|DD) /.test(record));
  if (conflicting !== undefined)
    throw new UserError(`${conflicting.slice(3)} has conflicts`, { hint: 'settle them first, then run again', location: root });
  const all = records.map((record) => record.slice(3));
  const changed = new Set(all);
  const tags = new Map<string, string>();
  for (const record of listing!.output.toString('utf8').split('\0')) tags.set(record.slice(2), record[0]!);
  return {
    all,
    of(file) {
      const tag = tags.get(file);
      if (tag === undefined) return 'not in git';
      if (changed.has(prefix + file)) return 'changed and not committed';
      return tag === 'H' ? undefined : 'in a file that git is told not to look at (assume-unchanged, skip-worktree)';
    },
  };
}

/** The files below the root that differ from HEAD, and of `created` those that HEAD does not have. Paths are relative to the root. Throws UserError where git does not know. */
export async function uncommitted(root: string, created: readonly string[]): Promise<Set<string>> {
  // What was touched and is the same counts for nothing, for which git looks into it and refreshes the index.
  const differing = await run(root, [
    ...['-c', 'diff.autoRefreshIndex=true', 'diff'],
    '--name-only',
    '-z',
    '--no-renames',
    '--relative',
    '--ignore-submodules',
    'HEAD',
    '--',
    '.',
  ]);
  if (differing?.code !== 0)
    throw new UserError(`git cannot compare the work tree with HEAD: ${differing?.words.split('\n')[0]}`, { location: root });
  const lacking = await Promise.all(
    created.map(async (file) => ((await run(root, ['cat-file', '-e', `HEAD:./${file}`]))?.code === 0 ? [] : [file])),
  );
  return new Set([...differing.output.toString('utf8').split('\0').slice(0, -1), ...lacking.flat()]);
}
