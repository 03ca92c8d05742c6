import { UserError } from '../core/user-error.ts';
import { ignoredAmong } from '../files/commit.ts';
import type { Store } from '../files/store.ts';
import { type OwnChanges, openWorkTree, ownChanges, type WorkTree } from '../files/work-tree.ts';
import type { ScannedFile } from '../scan/scan.ts';
import { isStale, type ModulePlan } from '../ssot/module-plan.ts';
import type { Policy } from '../types/policy.ts';
import type { Grouping } from './groups.ts';
import { resume } from './resume.ts';

/** What is asked of a series of commits. */
export interface CommitRequest {
  readonly by: Grouping;
  /** A command line of a shell that must pass before each commit. */
  readonly verify?: string;
  /** Whether a work tree with changes of its own will do; what is changed there stays out. */
  readonly force: boolean;
}

/** A repository in which a series of commits can begin. */
export interface Opened extends CommitRequest {
  readonly tree: WorkTree;
  readonly own: OwnChanges;
  /** Domain modules that are as they must be, and in no commit yet. */
  readonly uncommittedModules: readonly string[];
  readonly notes: readonly string[];
}

/** Looks whether a series of commits can begin, before anything is read; what a killed one left is taken back first. Throws UserError where it cannot. */
export async function openRepository(store: Store): Promise<WorkTree> {
  const tree = await openWorkTree(store.root);
  await resume(store);
  return tree;
}

/** Looks at what is not committed. Throws UserError where the tree is not clean and that was not allowed, and where a domain module cannot be committed. */
export async function openSeries(
  root: string,
  request: CommitRequest,
  tree: WorkTree,
  modules: readonly ModulePlan[],
  policy: Policy,
): Promise<Opened> {
  const own = await ownChanges(root, tree.prefix);
  const waiting = modules.filter(({ module, status }) => status === 'current' && !module.adopted && own.of(module.file));
  const uncommittedModules = waiting.map(({ module }) => module.file);
  const ours = new Set(uncommittedModules.map((file) => tree.prefix + file));
  const foreign = own.all.filter((file) => !ours.has(file));
  if (foreign.length > 0 && !request.force)
    throw new UserError(`the work tree has changes that are not committed: ${few(foreign)}`, {
      hint: 'commit them or `git stash` them; with --force they stay as they are, and the files that they are in stay out',
      location: root,
    });
  await refuseModules(root, own, modules, uncommittedModules);
  const notes = [
    ...(tree.detached ? ['HEAD is detached: `git switch -c NAME` puts the commits on a branch'] : []),
    ...(own.of(policy.configFile) === 'not in git' ? [`${policy.configFile} itself is not in git yet`] : []),
  ];
  return { ...request, tree, own, uncommittedModules, notes };
}

async function refuseModules(
  root: string,
  own: OwnChanges,
  modules: readonly ModulePlan[],
  waiting: readonly string[],
): Promise<void> {
  for (const plan of modules) {
    const { file, adopted } = plan.module;
    const reason = own.of(file);
    const isTheirs = adopted ? reason !== undefined : isStale(plan) && reason !== undefined && plan.before !== null;
    const isLost = plan.status === 'absent' && reason !== undefined && reason !== 'not in git';
    if (isTheirs || isLost)
      throw new UserError(`the domain module ${file} is ${reason}`, {
        hint: 'what imports it cannot stand in a commit without it: commit it first',
      });
  }
  const stale = modules.filter(isStale).map(({ module }) => module.file);
  const [ignored] = await ignoredAmong(root, [...stale, ...waiting]);
  if (ignored !== undefined)
    throw new UserError(`git is told to ignore the domain module ${ignored}`, {
      hint: 'take it out of .gitignore, or name another file under "modules"',
    });
}

/** The files that stay out because the person has changed them, with the reason. Throws UserError for them where that was not allowed. */
export function ownAmong(files: readonly ScannedFile[], { own, force }: Opened): Map<string, string> {
  const held = new Map<string, string>();
  for (const { path } of files) {
    const reason = own.of(path);
    if (reason !== undefined) held.set(path, reason);
  }
  const [first] = held;
  if (!first || force) return held;
  throw new UserError(`files that git cannot give back would change: ${few([...held.keys()])}`, {
    hint: `${first[0]} is ${first[1]}: commit it first; with --force such files stay as they are`,
  });
}

const SHOWN = 5;

function few(paths: readonly string[]): string {
  const more = paths.length - SHOWN;
  return `${paths.slice(0, SHOWN).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
