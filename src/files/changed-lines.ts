import { UserError } from '../errors.ts';
import { run } from './git.ts';
import { type GitAnswer, untrackedIn } from './git-files.ts';

/** Lines from `first` to `last`, 1-based, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

const DIFF = [
  ...['diff', '--unified=0', '--text', '--find-renames', '--relative', '--no-color', '--no-ext-diff', '--no-textconv'],
  ...['--ignore-submodules', '--src-prefix=a/', '--dst-prefix=b/', '--irreversible-delete'],
];

/** How the work tree differs from a commit. Paths are relative to the root. */
export interface Changed {
  /** By path, in order. */
  readonly lines: ReadonlyMap<string, readonly Lines[]>;
  /** Of the commit, no longer there. */
  readonly deleted: ReadonlySet<string>;
}

/**
 * The lines of the work tree that are not as they were where HEAD left the history of `ref`, and the files that are gone; of an untracked
 * file, all lines. Lines end at `\n`, as git has it. `asked`: what git says of the tree. Throws UserError for what git does not know.
 */
export async function changedLines(root: string, ref: string, asked: Promise<GitAnswer | undefined>): Promise<Changed> {
  const base = await run(root, ['merge-base', '--end-of-options', ref, 'HEAD']);
  if (!base || /not a git repository/i.test(base.words))
    throw new UserError('--since needs git and a git work tree', { location: root });
  if (base.code !== 0) throw unknownRef(ref, base.words);
  const [diff, answer] = await Promise.all([run(root, [...DIFF, base.output.toString('utf8').trim(), '--', '.']), asked]);
  if (diff?.code !== 0) throw new UserError(`git cannot compare with ${ref}: ${diff?.words.split('\n')[0]}`, { location: root });
  const untracked = answer ? untrackedIn(answer) : [];
  const changed = hunksOf(diff.output.toString('utf8'));
  for (const path of untracked) changed.lines.set(path, [{ first: 1, last: Number.POSITIVE_INFINITY }]);
  for (const path of changed.lines.keys()) changed.deleted.delete(path);
  return changed;
}

function unknownRef(ref: string, words: string): UserError {
  const isUnknown = /not a valid|unknown revision|bad revision|ambiguous/i.test(words);
  const message = isUnknown ? `git knows no commit ${ref}` : `${ref} and HEAD have no commit in common`;
  return new UserError(message, { hint: 'fetch it first; a shallow clone lacks history (actions/checkout: `fetch-depth: 0`)' });
}

/** Reads a unified diff without context. */
function hunksOf(diff: string): { lines: Map<string, Lines[]>; deleted: Set<string> } {
  const byPath = new Map<string, Lines[]>();
  const deleted = new Set<string>();
  let header = '';
  let lines: Lines[] = [];
  // Of a hunk, the lines that are still to come; they may look like anything.
  let left = 0;
  for (const line of diff.split('\n')) {
    if (left > 0) {
      if (/^[+-]/.test(line)) left--;
      continue;
    }
    if (line.startsWith('diff --git ')) header = line.slice('diff --git '.length);
    if (line.startsWith('deleted file mode ')) deleted.add(nameIn(header));
    const path = /^\+\+\+ (?:b\/(.*?)|"b\/(.*)")\t?$/.exec(line);
    if (path) {
      lines = [];
      byPath.set(path[1] ?? unquoted(path[2]!), lines);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const count = Number(hunk[3] ?? 1);
    left = Number(hunk[1] ?? 1) + count;
    if (count > 0) lines.push({ first: Number(hunk[2]), last: Number(hunk[2]) + count - 1 });
  }
  return { lines: byPath, deleted };
}

/** The path of a header whose two names are the same: `a/path b/path`, each quoted where it needs to be. */
function nameIn(header: string): string {
  const name = header.slice(0, (header.length - 1) / 2);
  return name.startsWith('"') ? unquoted(name.slice(3, -1)) : name.slice(2);
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

/** A name that git wrote as a C string: octal bytes and letters behind backslashes. */
function unquoted(name: string): string {
  const bytes: Buffer[] = [];
  for (const [part, octal, letter] of name.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/g)) {
    if (octal !== undefined) bytes.push(Buffer.from([Number.parseInt(octal, 8)]));
    else bytes.push(Buffer.from(letter === undefined ? part : (ESCAPES[letter] ?? letter)));
  }
  return Buffer.concat(bytes).toString('utf8');
}
