import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import { answerOf as git } from './git.ts';
import { hookIndex } from './hook-index.ts';
import { escapeName, isOwn } from './name.ts';
import type { Skipped } from './skipped.ts';

/** What git lists below a root, unsorted. */
export interface GitListing {
  readonly files: string[];
  readonly skipped: Skipped[];
  /** Tracked files that are not in the work tree, because the checkout is sparse. */
  readonly outside: string[];
  /** The blobs that git knows unmodified files to hold, by path: of those whose bytes in the tree are those of the blob, but for line endings. Empty when not asked for. */
  readonly blobs: ReadonlyMap<string, string>;
}

const LISTING = ['ls-files', '-z', '-v', '--stage', '--cached', '--others', '--exclude-standard'];
/** Files that a filter of git turns into other bytes than it stores. */
const FILTERED = ['ls-files', '-z', '--', '.', ':(exclude,attr:!filter !ident !working-tree-encoding)'];

/** What git says of a tree, before it is read. */
export interface GitAnswer {
  /** Records of `ls-files -v --stage`, each before a NUL. */
  readonly listing: Buffer;
  /** Paths, each before a NUL. Absent where blobs were not asked for. */
  readonly filtered?: Buffer | undefined;
}

/** What git is asked of each file that it tracks beside its name, for which it has to look at each of them. */
export interface Questions {
  /** What it knows of the contents. */
  readonly identify?: boolean;
  /** Whether it is still there; default true. */
  readonly missing?: boolean;
  /** Whether the index is meant of a commit in progress, where its hook asks; default false. */
  readonly staged?: boolean | undefined;
}

/** Asks git what stands below `root`; `undefined` where there is no git, or no work tree that holds `root`. Throws UserError when git refuses. */
export async function askGit(
  root: string,
  { identify = false, missing = true, staged = false }: Questions = {},
): Promise<GitAnswer | undefined> {
  const given = { index: staged ? await hookIndex(root) : undefined };
  const filtered = identify ? git(root, FILTERED, given) : undefined;
  filtered?.catch(() => {});
  const listing = await git(root, [...LISTING, ...(missing ? ['--deleted'] : []), ...(identify ? ['--modified'] : [])], given);
  return listing && { listing, ...(identify ? { filtered: await filtered } : {}) };
}

/** Whether git tracks a file, a path relative to the root. */
export async function isTracked(root: string, file: string): Promise<boolean> {
  const listed = await git(root, ['ls-files', '-z', '--', `:(literal)${file}`]);
  return listed?.toString('utf8').split('\0').includes(file) ?? false;
}

/** Whether git ignores the root itself, so that its answer is empty. */
export async function isIgnoredRoot(root: string, { listing }: GitAnswer): Promise<boolean> {
  return listing.length === 0 && (await git(root, ['check-ignore', '--quiet', '.'])) !== undefined;
}

/** Reads the answer, or what it says of `among`. */
export function listGitFiles(root: string, { listing, filtered }: GitAnswer, among?: ReadonlySet<string>): GitListing {
  const entries = entriesOf(listing);
  const { files, skipped, outside, blobs } = sort(root, among ? entriesAmong(entries, among) : entries);
  for (const path of filtered?.toString('utf8').split('\0') ?? []) blobs.delete(path);
  return { files, skipped, outside, blobs: filtered ? blobs : new Map() };
}

/** The paths that git neither tracks nor ignores. */
export function untrackedIn({ listing }: GitAnswer): string[] {
  const untracked = entriesOf(listing).filter((entry) => entry.startsWith('? '));
  return untracked.map((entry) => Buffer.from(entry.slice(2), 'latin1').toString('utf8'));
}

const recordsOf = new WeakMap<Buffer, readonly string[]>();

/** The records, their bytes as Latin-1. Remembered: a run for what changed asks for the untracked, for the changed, and maybe for all. */
function entriesOf(listing: Buffer): readonly string[] {
  const known = recordsOf.get(listing) ?? listing.toString('latin1').split('\0').slice(0, -1);
  recordsOf.set(listing, known);
  return known;
}

function entriesAmong(entries: readonly string[], among: ReadonlySet<string>): string[] {
  const written = new Set([...among].map((path) => Buffer.from(path).toString('latin1')));
  return entries.filter((entry) => written.has(entry.slice(entry[0] === '?' ? 2 : entry.indexOf('\t') + 1)));
}

/** A name for the contents of the whole tree; `undefined` where git does not vouch for each file of it. */
export function stateOf({ listing, filtered }: GitAnswer): string | undefined {
  if (!filtered || filtered.length > 0 || listing.length === 0) return undefined;
  for (let at = 0; at < listing.length; at = listing.indexOf(0, at) + 1) if (listing[at] !== H) return undefined;
  return createHash('sha256').update(listing).digest('hex');
}

/** The tag of a file that is as the index has it. */
const H = 'H'.charCodeAt(0);

interface Sorted {
  readonly files: string[];
  readonly skipped: Skipped[];
  readonly outside: string[];
  /** Of files that are tracked, not known to be modified, and looked at by git. */
  readonly blobs: Map<string, string>;
}

/** A record of `ls-files -v --stage`, its bytes as Latin-1: `H 100644 <hash> 0\tname`, or `? name` for an untracked file; the tag in lower case where git takes the file as unchanged unseen. */
function sort(root: string, entries: readonly string[]): Sorted {
  const files = new Set<string>();
  const deleted = new Set<string>();
  const blobs = new Map<string, string>();
  const unsure = new Set<string>();
  const skipped = new Map<string, Skipped>();
  const outside: string[] = [];
  for (const entry of entries) {
    const tag = entry[0]!.toUpperCase();
    const mode = tag === '?' ? '' : entry.slice(2, 8);
    const written = entry.slice(tag === '?' ? 2 : entry.indexOf('\t') + 1);
    const bytes = /[^\x00-\x7f]/.test(written) ? Buffer.from(written, 'latin1') : undefined;
    const valid = bytes === undefined || isUtf8(bytes);
    const name = bytes === undefined ? written : valid ? bytes.toString('utf8') : escapeName(bytes);
    if (tag === '?' && isOwn(name)) continue;
    const skip = (reason: string) => skipped.set(name.replace(/\/$/, ''), { path: name.replace(/\/$/, ''), reason });
    if (!valid) skip('name that is not UTF-8');
    else if (mode === '160000') skip('submodule');
    else if (name.endsWith('/')) skip('another git repository');
    else if (mode === '120000') skip('symbolic link');
    else if (tag === 'R') deleted.add(name);
    else if (tag === 'C') unsure.add(name);
    else if ((tag === '?' || tag === 'S') && standsAs(root, name) !== 'file') {
      if (standsAs(root, name) === 'link') skip('symbolic link');
      else if (tag === 'S') outside.push(name);
    } else {
      files.add(name);
      if (entry.startsWith('H')) blobs.set(name, entry.slice(9, entry.indexOf(' ', 9)));
      else unsure.add(name);
    }
  }
  for (const name of deleted) files.delete(name);
  for (const name of [...deleted, ...unsure]) blobs.delete(name);
  return { files: [...files], skipped: [...skipped.values()], outside, blobs };
}

function standsAs(root: string, name: string): 'file' | 'link' | 'nothing' {
  const stat = lstatSync(path.join(root, name), { throwIfNoEntry: false });
  return stat ? (stat.isSymbolicLink() ? 'link' : 'file') : 'nothing';
}
