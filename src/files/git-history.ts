import { isUtf8 } from 'node:buffer';
import { UserError } from '../core/user-error.ts';
import { ByteStream } from './byte-stream.ts';
import { converse, refuseForeign, run } from './git.ts';

/** One commit. */
export interface Commit {
  readonly id: string;
  readonly tree: string;
  /** When it was made, in seconds since 1970: the date of its committer. */
  readonly time: number;
}

/** The commits that lead to HEAD by their first parents. */
export interface Lineage {
  /** The oldest first; at least one. */
  readonly commits: readonly Commit[];
  /** The clone has only the newest part of the history. */
  readonly shallow: boolean;
}

/** Reads the lineage of HEAD. Throws UserError where there is none. */
export async function lineageOf(root: string): Promise<Lineage> {
  const shallow = await run(root, ['rev-parse', '--is-shallow-repository']);
  if (!shallow) throw new UserError('--history needs git, which is not installed here');
  if (/not a git repository/i.test(shallow.words)) throw new UserError('--history needs a git repository', { location: root });
  refuseForeign(root, shallow.words);
  const listed = await run(root, ['rev-list', '--first-parent', '--format=%T %ct', 'HEAD', '--']);
  if (listed?.code !== 0) {
    if (/unknown revision|bad revision/i.test(listed?.words ?? ''))
      throw new UserError('--history needs a commit, and there is none yet', { location: root });
    throw new UserError(`git cannot list the commits: ${listed?.words.split('\n')[0]}`, { location: root });
  }
  const lines = listed.output.toString('latin1').trimEnd().split('\n');
  const commits: Commit[] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    const [tree = '', time] = lines[at + 1]!.split(' ');
    commits.push({ id: lines[at]!.slice('commit '.length), tree, time: Number(time) });
  }
  return { commits: commits.reverse(), shallow: shallow.output.toString('latin1').trim() === 'true' };
}

/** How many commits of the lineage of HEAD the history of `ref` lacks; `undefined` where git knows no such commit. */
export async function commitsSince(root: string, ref: string): Promise<number | undefined> {
  const found = await run(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const id = found?.code === 0 ? found.output.toString('latin1').trim() : '';
  if (id === '') return undefined;
  const counted = await run(root, ['rev-list', '--first-parent', '--count', `${id}..HEAD`]);
  return Number(counted?.output.toString('latin1'));
}

/** A file that a tree has otherwise than the one before. */
export interface TreeChange {
  /** Relative to the root, with `/`. */
  readonly path: string;
  /** What it holds now; absent where it is gone, or no longer a regular file. */
  readonly blob?: string;
}

const NUL = 0;
const LINE_FEED = 0x0a;
const COLON = 0x3a;
const DIFF = ['diff-tree', '--stdin', '-r', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'];

/** The files below `root` of the first tree, then for each further one those that differ from the tree before. Names that are not UTF-8 are left out, as by a scan. */
export async function* treeChanges(root: string, trees: readonly string[]): AsyncGenerator<readonly TreeChange[]> {
  const empty = await run(root, ['hash-object', '-t', 'tree', '--stdin'], { input: '' });
  const git = converse(root, DIFF);
  try {
    const before = [empty!.output.toString('latin1').trim(), ...trees];
    git.input.end(trees.map((tree, index) => `${before[index]} ${tree}\n`).join(''));
    const answer = new ByteStream(git.output);
    for (const _ of trees) {
      if ((await answer.until(LINE_FEED)) === undefined) break;
      yield await changesIn(answer);
    }
    await git.ended();
  } finally {
    git.stop();
  }
}

/** The records up to the next pair of trees: `:100644 100755 <hash> <hash> M`, then the name. */
async function changesIn(answer: ByteStream): Promise<TreeChange[]> {
  const changes: TreeChange[] = [];
  while ((await answer.peek()) === COLON) {
    const [, mode = '', , blob = ''] = (await answer.until(NUL))!.toString('latin1').split(' ');
    const name = (await answer.until(NUL)) ?? Buffer.alloc(0);
    const path = name.toString('utf8');
    if (!isUtf8(name)) continue;
    changes.push({ path, ...(mode.startsWith('100') ? { blob } : {}) });
  }
  return changes;
}

/** What became of a blob that was asked for. */
type BlobAnswer = 'read' | 'missing' | 'large';

/** Reads blobs through one git. */
export interface Blobs {
  /** Visits the contents of each, which stand at the beginning of the room until the next one does. */
  read(ids: readonly string[], visit: (id: string, bytes: Buffer) => void): Promise<Readonly<Record<BlobAnswer, number>>>;
  close(): Promise<void>;
  stop(): void;
}

/** Opens the blobs of a repository; `room` gives the place for the bytes of one, and what is longer than `longest` is passed over. */
export function openBlobs(root: string, room: (length: number) => Buffer, longest: number): Blobs {
  const git = converse(root, ['cat-file', '--batch']);
  const answer = new ByteStream(git.output);
  const next = async (id: string, visit: (id: string, bytes: Buffer) => void): Promise<BlobAnswer> => {
    const head = (await answer.until(LINE_FEED))?.toString('latin1');
    const length = Number(/ blob (\d+)$/.exec(head ?? '')?.[1]);
    if (head === undefined) await git.ended();
    if (Number.isNaN(length)) return 'missing';
    const buffer = length > longest ? undefined : room(length);
    await answer.pass(length, (piece, at) => buffer?.set(piece, at));
    await answer.until(LINE_FEED);
    if (!buffer) return 'large';
    visit(id, buffer);
    return 'read';
  };
  return {
    async read(ids, visit) {
      const counts = { read: 0, missing: 0, large: 0 };
      if (ids.length > 0) git.input.write(`${ids.join('\n')}\n`);
      for (const id of ids) counts[await next(id, visit)]++;
      return counts;
    },
    async close() {
      git.input.end();
      await git.ended();
    },
    stop: git.stop,
  };
}
