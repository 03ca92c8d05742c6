import { unquoted } from './quoted.ts';

/** Lines from `first` to `last`, 1-based, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

/** All lines of a file. */
export const WHOLE: Lines = { first: 1, last: Number.POSITIVE_INFINITY };

/** How a work tree differs from a commit. Paths are relative to the root. */
export interface Changes {
  /** By path, in order. Lines end at `\n`, as git has it. */
  readonly lines: ReadonlyMap<string, readonly Lines[]>;
  /** Of the commit, no longer there. */
  readonly deleted: ReadonlySet<string>;
  /** The names that files had in the commit, by the names that they have. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** The file that a part of a diff is about. */
interface Part {
  readonly header: string;
  path?: string;
  lines: Lines[];
}

const HUNK = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/**
 * Reads what `git diff --text` prints with the prefixes `a/` and `b/`, with or without context. Where a part of a text is no longer what makes
 * git and a scan agree on its lines (a NUL, the mark of UTF-16), the whole file counts as changed, and so it does in a conflict.
 */
export function changesIn(diff: Buffer): Changes {
  const lines = new Map<string, Lines[]>();
  const deleted = new Set<string>();
  const renamed = new Map<string, string>();
  let part: Part = { header: '', lines: [] };
  let from = '';
  let at = 0;
  const next = (): Buffer => {
    const end = diff.indexOf(0x0a, at);
    const line = diff.subarray(at, end < 0 ? diff.length : end);
    at += line.length + 1;
    return line;
  };
  while (at < diff.length) {
    const raw = next();
    const line = raw.toString('utf8');
    const hunk = HUNK.exec(line);
    if (hunk) {
      const [, , before, first, after] = hunk.map((digits = '1') => Number(digits));
      part.lines.push(...readHunk(next, before!, after!, first!));
    } else if (line.startsWith('diff --git ')) part = { header: line.slice('diff --git '.length), lines: [] };
    else if (line.startsWith('deleted file mode ')) deleted.add(nameIn(part.header));
    else if (line.startsWith('rename from ')) from = plain(line.slice('rename from '.length));
    else if (line.startsWith('rename to ')) renamed.set(plain(line.slice('rename to '.length)), from);
    else if (line.startsWith('* Unmerged path ')) lines.set(plain(line.slice('* Unmerged path '.length)), [WHOLE]);
    else {
      const name = /^\+\+\+ (?:b\/(.*?)|"b\/(.*)")\t?$/s.exec(line);
      if (!name) continue;
      const path = name[1] ?? unquoted(name[2]!);
      part.lines = lines.get(path) ?? part.lines;
      lines.set(path, part.lines);
    }
  }
  return { lines, deleted, renamed };
}

/** The lines that a hunk adds: it has as many lines as its head says of each side. */
function readHunk(next: () => Buffer, before: number, after: number, first: number): Lines[] {
  const added: { first: number; last: number }[] = [];
  let [old, fresh, at] = [before, after, first];
  let isOdd = false;
  while (old > 0 || fresh > 0) {
    const line = next();
    const sign = line[0];
    if (sign === BACKSLASH) continue;
    if (sign !== PLUS) old--;
    if (sign === MINUS || sign === PLUS) isOdd ||= line.includes(0) || isMark(line);
    if (sign === MINUS) continue;
    if (sign === PLUS) {
      if (added.at(-1)?.last === at - 1) added.at(-1)!.last = at;
      else added.push({ first: at, last: at });
    }
    fresh--;
    at++;
  }
  return isOdd ? [WHOLE] : added;
}

const PLUS = '+'.charCodeAt(0);
const MINUS = '-'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);

/** Whether the text of a line begins as a file in UTF-16 does. */
function isMark(line: Buffer): boolean {
  return (line[1] === 0xff && line[2] === 0xfe) || (line[1] === 0xfe && line[2] === 0xff);
}

/** The path of a header whose two names are the same: `a/path b/path`, each quoted where it needs to be. */
function nameIn(header: string): string {
  return plain(header.slice(0, (header.length - 1) / 2)).slice(2);
}

function plain(name: string): string {
  return name.startsWith('"') ? unquoted(name.slice(1, -1)) : name;
}
