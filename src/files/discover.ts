import { lstatSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';
import { compileGlobs, faultOfGlob } from '../core/glob/glob.ts';
import { UserError } from '../core/user-error.ts';
import { askGit, type GitAnswer, isIgnoredRoot, listGitFiles } from './git-files.ts';
import { isOwn } from './name.ts';
import type { Skipped } from './skipped.ts';
import { outsideBelow } from './sparse.ts';

/** What a run scans. Paths are relative to the root, with `/`. */
export interface Discovered {
  /** Sorted by their bytes, each once. */
  readonly files: readonly string[];
  /** The files of the whole tree, whatever was named; sorted likewise. Found when first asked for, where it can wait. */
  readonly listed: () => readonly string[];
  readonly skipped: readonly Skipped[];
  /** Tracked files that are not in the work tree, because the checkout is sparse: `skipped` has the directories that hold them. */
  readonly outside?: readonly string[];
  /** The git blobs that unmodified files hold, by path; empty when not asked for, and outside git. */
  readonly blobs: ReadonlyMap<string, string>;
}

/**
 * The files below `root`, narrowed to `paths` (files, directories or globs, relative to `cwd`; none: all).
 * In a git work tree: tracked files, and untracked ones that git does not ignore; elsewhere a walk that honours .gitignore files.
 * `asked`: what git was asked already. Throws UserError for a path outside the root, and for one that matches nothing.
 */
export async function discover(
  root: string,
  paths: readonly string[],
  cwd: string,
  asked: Promise<GitAnswer | undefined> = askGit(root),
): Promise<Discovered> {
  const answer = await asked;
  const { files, skipped, outside, blobs } =
    answer && !(await isIgnoredRoot(root, answer))
      ? gitFiles(root, answer)
      : { ...(await (await import('./walk.ts')).walk(root)), ...NOTHING_OUTSIDE };
  const all = sortByBytes(new Set(files));
  const listed = () => all;
  if (paths.length === 0) return { files: all, listed, skipped, ...outside, blobs };
  const known = new Set(all);
  const chosen = new Set<string>();
  const left = new Map<string, Skipped>();
  for (const written of paths) {
    const target = targetOf(root, cwd, written);
    if (target.file !== undefined && known.has(target.file)) {
      chosen.add(target.file);
      continue;
    }
    const found = all.filter(target.matches);
    const passed = skipped.filter((entry) => target.matches(entry.path));
    if (target.file !== undefined && found.length === 0 && passed.length === 0) {
      const refusal = refusalOf(root, target.file, skipped);
      if (refusal) left.set(target.file, { path: target.file, reason: refusal });
      else chosen.add(target.file);
    } else if (found.length === 0 && passed.length === 0) {
      throw new UserError(`${JSON.stringify(written)} ${target.absence}`, { hint: target.hint });
    }
    for (const file of found) chosen.add(file);
    for (const entry of passed) left.set(entry.path, entry);
  }
  return { files: sortByBytes(chosen), listed, skipped: [...left.values()], ...outside, blobs };
}

const NOTHING_OUTSIDE = { outside: {}, blobs: new Map<string, string>() };

/** What git lists, that a sparse checkout lacks among what is skipped. */
function gitFiles(root: string, answer: GitAnswer, among?: ReadonlySet<string>) {
  const { files, skipped, outside, blobs } = listGitFiles(root, answer, among);
  return {
    ...{ files, blobs, skipped: [...skipped, ...outsideBelow(outside, among ? undefined : files)] },
    outside: outside.length > 0 ? { outside } : {},
  };
}

/** Of the files below a root for which git answers, those among `paths`, which are relative to the root. */
export function discoverAmong(root: string, answer: GitAnswer, paths: ReadonlySet<string>): Discovered {
  const { files, skipped, outside, blobs } = gitFiles(root, answer, paths);
  let all: readonly string[] | undefined;
  const listed = (): readonly string[] => {
    all ??= sortByBytes(new Set(listGitFiles(root, answer).files));
    return all;
  };
  return { files: sortByBytes(files), listed, skipped, ...outside, blobs };
}

/** The same without a file (absolute) that the run itself is to write: what it holds is of an earlier run. */
export function withoutFile(found: Discovered, root: string, file: string | undefined): Discovered {
  const own = file === undefined ? undefined : relativeTo(root, file);
  if (own === undefined || own === '') return found;
  const others = (files: readonly string[]) => files.filter((one) => one !== own);
  return { ...found, files: others(found.files), listed: () => others(found.listed()) };
}

/** Makes the function that says whether a file is among `paths`, as `discover` reads them; files need not exist. Throws UserError for a path outside the root. */
export function narrowed(root: string, paths: readonly string[], cwd: string): (file: string) => boolean {
  const targets = paths.map((written) => targetOf(root, cwd, written));
  return (file) => targets.length === 0 || targets.some(({ matches }) => matches(file));
}

interface Target {
  readonly matches: (file: string) => boolean;
  /** Set when one existing file is named. */
  readonly file?: string;
  readonly absence: string;
  readonly hint: string;
}

/** What one path argument means. What exists under its literal name is that; anything else is a glob. */
function targetOf(root: string, cwd: string, written: string): Target {
  const relative = relativeTo(root, path.resolve(cwd, written));
  const stat = standing(path.resolve(cwd, written));
  if (relative === undefined) {
    throw new UserError(`${JSON.stringify(written)} is outside ${root}`, {
      hint: 'name paths below the directory of the configuration',
    });
  }
  const hint =
    'paths are files, directories or globs, relative to the working directory; quote globs, so that the shell leaves them alone';
  if (stat && (stat.isDirectory() || (stat.isSymbolicLink() && relative === ''))) {
    const prefix = relative === '' ? '' : `${relative}/`;
    const absence = 'holds no file that is scanned';
    return {
      matches: (file) => file.startsWith(prefix),
      absence,
      hint: 'git ignores what is in it, or it is empty; a file that is named itself is scanned all the same',
    };
  }
  if (stat) return { matches: (file) => file === relative, file: relative, absence: '', hint };
  const glob = globBelow(root, cwd, written);
  const isGlob = picomatch.scan(written).isGlob;
  const absence = isGlob ? 'matches no file that is scanned' : 'does not exist';
  const fault = isGlob ? faultOfGlob(glob) : undefined;
  if (fault !== undefined) throw new UserError(`${JSON.stringify(written)} ${fault}`, { hint });
  const test = isGlob ? compileGlobs([glob]) : () => false;
  return { matches: (file) => file === relative || test(file), absence, hint };
}

/** What stands at a path; nothing where the system gives none, for a name that is too long as well. */
function standing(target: string): Stats | undefined {
  try {
    return lstatSync(target, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** A glob relative to `cwd` as one relative to `root`. */
function globBelow(root: string, cwd: string, written: string): string {
  if (path.isAbsolute(written)) return relativeTo(root, path.normalize(written))!;
  const base = relativeTo(root, path.resolve(cwd)) ?? '';
  return path.posix.join(base.replace(/[\\*?[\]{}()!+@]/g, '\\$&'), written);
}

/** `target` as a path below `root`, with `/`; `''` for the root itself, `undefined` outside of it. Symbolic links above are seen through. */
function relativeTo(root: string, target: string): string | undefined {
  const [realRoot, realTarget] = [path.dirname(real(path.join(root, 'x'))), real(target)];
  for (const relative of [path.relative(root, target), path.relative(realRoot, realTarget)]) {
    const written = relative.split(path.sep).join('/');
    if (written !== '..' && !written.startsWith('../') && !path.isAbsolute(written)) return written;
  }
  return path.dirname(real(path.join(target, 'x'))) === realRoot ? '' : undefined;
}

/** The real path; of what does not exist, below the nearest directory that does. The last component is not followed. */
function real(target: string): string {
  const parent = path.dirname(target);
  if (parent === target) return target;
  try {
    return path.join(realpathSync(parent), path.basename(target));
  } catch {
    return path.join(real(parent), path.basename(target));
  }
}

/** Why a file that is named, but not listed, is not scanned either. */
function refusalOf(root: string, file: string, skipped: readonly Skipped[]): string | undefined {
  if (isOwn(file) || /(?:^|\/)\.git(?:\/|$)/.test(file)) return 'a file of git or of redomain itself';
  const submodule = skipped.find((entry) => file.startsWith(`${entry.path}/`));
  if (submodule) return `in ${submodule.path}: ${submodule.reason}`;
  const steps = file.split('/');
  for (const index of steps.keys()) {
    const stat = standing(path.join(root, ...steps.slice(0, index + 1)));
    if (stat?.isSymbolicLink()) return index === steps.length - 1 ? 'a symbolic link' : 'behind a symbolic link';
  }
  return undefined;
}

function sortByBytes(files: Iterable<string>): string[] {
  const sorted = [...files].sort();
  const beyondPlane = sorted.some((file) => /[\ud800-\udfff]/.test(file));
  return beyondPlane ? sorted.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))) : sorted;
}
