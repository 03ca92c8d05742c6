import path from 'node:path';
import type { Scope } from '../core/scope.ts';
import { BASELINE } from '../files/baseline-file.ts';
import { changedLines } from '../files/changed-lines.ts';
import { type Changes, type Lines, WHOLE } from '../files/diff-output.ts';
import { type Discovered, discover, discoverAmong, narrowed, withoutFile } from '../files/discover.ts';
import type { GitAnswer, Questions } from '../files/git-files.ts';
import { listedPaths } from '../files/listed-paths.ts';
import type { Contents } from '../files/read.ts';
import { stagedContents } from '../files/staged.ts';
import type { Policy } from '../types/policy.ts';
import type { Finding } from '../types/report.ts';

/** Which files of the tree a run is asked to look at. */
export interface Asked {
  readonly cwd: string;
  /** Files, directories or globs, relative to `cwd`; empty: the whole root. */
  readonly paths: readonly string[];
  /** A commit: only files that changed since HEAD left its history, and only their changed lines count. */
  readonly since?: string;
  /** Only what is staged, as it is in the index. */
  readonly staged?: boolean;
  /** A file, relative to `cwd`, that lists paths, or `-` for standard input. */
  readonly filesFrom?: string;
  /** A file, absolute, that takes the report: what is in it is of an earlier run, and not looked at. */
  readonly output?: string;
}

/** What a run looks at. */
export interface Selection extends Discovered {
  /** Bytes that stand for those of the work tree. */
  readonly contents?: Contents;
  /** The lines that count, by path; absent where all do. */
  readonly changed?: ReadonlyMap<string, readonly Lines[]>;
  /** Files that have another name since, with the name that they had; `files` has those alone of which lines changed. */
  readonly moved?: ReadonlyMap<string, string>;
}

/** What git is to be asked for a run: a shard needs to know the contents, and what is gone since a commit its comparison says as well. */
export function questionsFor({ since, staged, shard }: Asked & { readonly shard?: object }): Questions {
  return { identify: shard !== undefined, missing: since === undefined || shard !== undefined, staged };
}

/** Finds the files of a run; `answer`: what git was asked already. Throws UserError as `discover` does, and for a commit or list that does not exist. */
export async function select(root: string, asked: Asked, answer: Promise<GitAnswer | undefined>): Promise<Selection> {
  // It is awaited late or, where something else fails first, not at all.
  answer.catch(() => {});
  const selection = await selectWith(root, asked, answer);
  return { ...selection, ...withoutFile(selection, root, asked.output) };
}

async function selectWith(root: string, asked: Asked, answer: Promise<GitAnswer | undefined>): Promise<Selection> {
  const { cwd, paths, since, staged, filesFrom } = asked;
  if (filesFrom !== undefined) return selectListed(root, cwd, filesFrom, answer);
  if (since !== undefined) return selectChanged(root, asked, await changedLines(root, since, answer), answer);
  const [found, contents] = await Promise.all([
    discover(root, staged ? [] : paths, cwd, answer),
    staged ? stagedContents(root) : undefined,
  ]);
  if (!contents) return found;
  // What is staged is read from the index, whatever the work tree lacks.
  const skipped = found.skipped.filter(({ outside }) => !outside);
  return { ...found, files: [...contents.keys()].filter(narrowed(root, paths, cwd)).sort(), skipped, contents };
}

async function selectChanged(
  root: string,
  { cwd, paths }: Asked,
  { lines, deleted, renamed }: Changes,
  answer: Promise<GitAnswer | undefined>,
): Promise<Selection> {
  const said = await answer;
  const among = new Set([...lines.keys(), ...renamed.keys()]);
  const found = paths.length === 0 && said ? discoverAmong(root, said, among) : await discover(root, paths, cwd, answer);
  const there = new Set(found.files);
  return {
    ...found,
    files: found.files.filter((file) => lines.has(file)),
    listed: () => found.listed().filter((file) => !deleted.has(file)),
    changed: lines,
    moved: new Map([...renamed].filter(([file]) => there.has(file))),
  };
}

/** A selection in which a file that came from where the configuration does not look counts as new: its lines are as they were, but nobody has seen them. */
export function withMovedIn(selection: Selection, scope: Scope, { configFile }: Policy): Selection {
  const isUnseen = (file: string): boolean =>
    scope.ignores(file) || scope.delivery(file) === 'keep' || file === configFile || file === BASELINE;
  const fresh = [...(selection.moved ?? [])].filter(([, from]) => isUnseen(from)).map(([file]) => file);
  if (fresh.length === 0) return selection;
  return {
    ...selection,
    files: [...new Set([...selection.files, ...fresh])].sort(),
    changed: new Map([...selection.changed!, ...fresh.map((file) => [file, [WHOLE]] as const)]),
  };
}

/** A list may name what is gone since it was made. */
async function selectListed(
  root: string,
  cwd: string,
  filesFrom: string,
  answer: Promise<GitAnswer | undefined>,
): Promise<Selection> {
  const { there, gone } = listedPaths(root, cwd, filesFrom);
  const found = await discover(root, there, cwd, answer);
  const missing = gone.map((written) => ({ path: written, reason: 'listed, but not there' }));
  return there.length === 0 ? { ...found, files: [], skipped: missing } : { ...found, skipped: [...found.skipped, ...missing] };
}

/** Makes the function that says whether a finding stands on a line that counts; one about a whole file does when that file changed, the configuration, or a certificate that it names. */
export function onChangedLines({ changed }: Selection, { configFile, certificates }: Policy): (finding: Finding) => boolean {
  const settings = [configFile, ...certificates.flatMap(({ file }) => (file === undefined ? [] : [path.posix.normalize(file)]))];
  return ({ path: file, context, line, endLine }) => {
    if (!changed) return true;
    if (context === 'file') return [file, ...settings].some((one) => changed.has(one));
    return (changed.get(file) ?? []).some(({ first, last }) => first <= endLine && line <= last);
  };
}
