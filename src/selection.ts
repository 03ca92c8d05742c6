import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './errors.ts';
import { type Changed, changedLines, type Lines } from './files/changed-lines.ts';
import { type Discovered, discover, discoverAmong, narrowed } from './files/discover.ts';
import type { GitAnswer, Questions } from './files/git-files.ts';
import type { Contents } from './files/read.ts';
import { reasonOf } from './files/reason.ts';
import { stagedContents } from './files/staged.ts';
import type { Finding } from './report-types.ts';
import type { Policy } from './types.ts';

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
}

/** What a run looks at. */
export interface Selection extends Discovered {
  /** Bytes that stand for those of the work tree. */
  readonly contents?: Contents;
  /** The lines that count, by path; absent where all do. */
  readonly changed?: ReadonlyMap<string, readonly Lines[]>;
}

/** What git is to be asked for a run: a shard needs to know the contents, and what is gone since a commit its comparison says as well. */
export function questionsFor({ since, shard }: Asked & { readonly shard?: object }): Questions {
  return { identify: shard !== undefined, missing: since === undefined || shard !== undefined };
}

/** Finds the files of a run; `answer`: what git was asked already. Throws UserError as `discover` does, and for a commit or list that does not exist. */
export async function select(root: string, asked: Asked, answer: Promise<GitAnswer | undefined>): Promise<Selection> {
  const { cwd, paths, since, staged, filesFrom } = asked;
  if (filesFrom !== undefined) return selectListed(root, cwd, listIn(cwd, filesFrom), answer);
  if (since !== undefined) return selectChanged(root, asked, await changedLines(root, since, answer), answer);
  const [found, contents] = await Promise.all([
    discover(root, staged ? [] : paths, cwd, answer),
    staged ? stagedContents(root) : undefined,
  ]);
  if (!contents) return found;
  return { ...found, files: [...contents.keys()].filter(narrowed(root, paths, cwd)).sort(), contents };
}

async function selectChanged(
  root: string,
  { cwd, paths }: Asked,
  { lines, deleted }: Changed,
  answer: Promise<GitAnswer | undefined>,
): Promise<Selection> {
  const said = await answer;
  const found =
    paths.length === 0 && said ? discoverAmong(root, said, new Set(lines.keys())) : await discover(root, paths, cwd, answer);
  return {
    ...found,
    files: found.files.filter((file) => lines.has(file)),
    listed: () => found.listed().filter((file) => !deleted.has(file)),
    changed: lines,
  };
}

/** A list may name what is gone since it was made. */
async function selectListed(
  root: string,
  cwd: string,
  list: readonly string[],
  answer: Promise<GitAnswer | undefined>,
): Promise<Selection> {
  const [there, gone] = [true, false].map((is) => list.filter((written) => existsSync(path.resolve(cwd, written)) === is));
  const found = await discover(root, there!, cwd, answer);
  const missing = gone!.map((written) => ({ path: written, reason: 'listed, but not there' }));
  return there!.length === 0 ? { ...found, files: [], skipped: missing } : { ...found, skipped: [...found.skipped, ...missing] };
}

/** Paths, one a line, or each before a NUL. */
function listIn(cwd: string, named: string): string[] {
  try {
    const text = readFileSync(named === '-' ? 0 : path.resolve(cwd, named), 'utf8');
    return text.split(text.includes('\0') ? '\0' : /\r?\n/).filter((line) => line !== '');
  } catch (error) {
    const location = named === '-' ? 'standard input' : named;
    throw new UserError(`the list of files cannot be read: ${reasonOf(error)}`, { location });
  }
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
