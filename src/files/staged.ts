import { UserError } from '../core/user-error.ts';
import { failureOf, run } from './git.ts';
import { hookIndex } from './hook-index.ts';

const DIFF = [
  ...['diff', '--cached', '--raw', '-z', '--relative', '--no-renames', '--no-abbrev', '--diff-filter=d'],
  ...['--ignore-submodules=all', '-O/dev/null', '--', '.'],
];

/**
 * The contents that the index has of the files that differ from HEAD, by path relative to `root`; links, submodules and deleted files apart. In
 * a hook, the index of the commit that called it. Throws UserError outside git.
 */
export async function stagedContents(root: string): Promise<Map<string, Buffer>> {
  const index = await hookIndex(root);
  const raw = await run(root, DIFF, { index });
  if (raw?.code !== 0) {
    const inside = await run(root, ['rev-parse', '--is-inside-work-tree']);
    if (!raw || inside?.output.toString('latin1').trim() !== 'true')
      throw new UserError('--staged needs git and a git work tree', { location: root });
    throw failureOf(root, 'git cannot read the index', raw.words);
  }
  const staged = blobsOf(raw.output.toString('utf8'));
  const blobs = [...new Set(staged.values())];
  if (blobs.length === 0) return new Map();
  const contents = await run(root, ['cat-file', '--batch'], { input: `${blobs.join('\n')}\n` });
  if (contents?.code !== 0) throw failureOf(root, 'git cannot read the index', contents?.words ?? '');
  const byBlob = contentsOf(contents.output);
  return new Map([...staged].map(([path, blob]) => [path, byBlob.get(blob) ?? refuseLacking(root, path)]));
}

function refuseLacking(root: string, path: string): never {
  throw new UserError(`git has no contents for ${path}, which is staged`, {
    hint: 'stage it again; in a hook of another repository, unset GIT_INDEX_FILE first',
    location: root,
  });
}

/** Of `:100644 100644 OLD NEW M\0path\0`, the new blobs of regular files. */
function blobsOf(raw: string): Map<string, string> {
  const words = raw.split('\0');
  const blobs = new Map<string, string>();
  for (let at = 0; at + 1 < words.length; at += 2) {
    const [, mode, , blob] = words[at]!.split(' ');
    if (mode!.startsWith('100')) blobs.set(words[at + 1]!, blob!);
  }
  return blobs;
}

/** Reads what `cat-file --batch` prints: `NAME blob SIZE\n`, the bytes, `\n`; or `NAME missing\n`. */
function contentsOf(output: Buffer): Map<string, Buffer> {
  const byBlob = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [blob, , size] = output.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (size === undefined) continue;
    byBlob.set(blob!, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return byBlob;
}
