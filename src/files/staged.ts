import { UserError } from '../errors.ts';
import { run } from './git.ts';

/** The contents that the index has of the files that differ from HEAD, by path relative to `root`; links, submodules and deleted files apart. Throws UserError outside git. */
export async function stagedContents(root: string): Promise<Map<string, Buffer>> {
  const raw = await run(root, [
    'diff',
    '--cached',
    '--raw',
    '-z',
    '--relative',
    '--no-renames',
    '--abbrev=64',
    '--diff-filter=d',
    '--',
    '.',
  ]);
  if (raw?.code !== 0) throw new UserError('--staged needs git and a git work tree', { location: root });
  const staged = blobsOf(raw.output.toString('utf8'));
  const blobs = [...new Set(staged.values())];
  if (blobs.length === 0) return new Map();
  const contents = await run(root, ['cat-file', '--batch'], `${blobs.join('\n')}\n`);
  if (contents?.code !== 0)
    throw new UserError(`git cannot read the index: ${contents?.words.split('\n')[0]}`, { location: root });
  const byBlob = contentsOf(contents.output);
  return new Map([...staged].map(([path, blob]) => [path, byBlob.get(blob)!]));
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

/** Reads what `cat-file --batch` prints: `NAME blob SIZE\n`, the bytes, `\n`. */
function contentsOf(output: Buffer): Map<string, Buffer> {
  const byBlob = new Map<string, Buffer>();
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf(0x0a, at);
    const [blob, , size] = output.toString('latin1', at, end).split(' ');
    byBlob.set(blob!, output.subarray(end + 1, end + 1 + Number(size)));
    at = end + 2 + Number(size);
  }
  return byBlob;
}
