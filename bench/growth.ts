import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION, generateTree, HOSTS_IN_CONFIGURATION, largeFile } from './generate.ts';
import { alternate, type Command } from './measure.ts';
import { fittedExponent } from './statistics.ts';
import { commitAll, planOf, REDOMAIN } from './trees.ts';

/** Time and memory of a dry run over something generated, of which the report counted all. */
interface Grown {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peak: number;
}

export interface Growth {
  readonly trees: readonly Grown[];
  readonly large: readonly Grown[];
  /** Of time over the number of files; 1 is linear. */
  readonly exponent: number;
  /** Seconds of each of eight shards of the largest tree, one after the other. */
  readonly shards: readonly number[];
}

const SHARDS = 8;

/** Measures trees of so many files, and single files of 1, 10 and 100 MB. Each tree is removed when it is done. */
export async function measureGrowth(
  work: string,
  sizes: readonly number[],
  rounds: number,
  say: (line: string) => void,
): Promise<Growth> {
  const trees: Grown[] = [];
  let shards: number[] = [];
  for (const files of sizes) {
    const root = join(work, `files-${files}`);
    const { occurrences, bytes } = generateTree(root, { files });
    commitAll(root);
    planOf(root, occurrences);
    trees.push(await grown(root, `${files} files`, files, bytes, rounds));
    say(`${files} files: ${trees.at(-1)!.seconds.toFixed(2)} s`);
    if (files === Math.max(...sizes)) shards = await shardsOf(root);
    rmSync(root, { recursive: true });
  }
  const large: Grown[] = [];
  for (const megabytes of [1, 10, 100]) {
    const root = join(work, `large-${megabytes}`);
    const { text, occurrences } = largeFile(megabytes * 1_000_000);
    mkdirSync(root);
    writeFileSync(join(root, 'large.py'), text);
    writeFileSync(join(root, 'redomain.yaml'), CONFIGURATION);
    commitAll(root);
    planOf(root, occurrences + HOSTS_IN_CONFIGURATION);
    large.push(await grown(root, `one file of ${megabytes} MB`, 1, text.length, Math.min(rounds, 3)));
    say(`one file of ${megabytes} MB: ${large.at(-1)!.seconds.toFixed(2)} s`);
    rmSync(root, { recursive: true });
  }
  return { trees, large, exponent: fittedExponent(trees.map(({ files, seconds }) => [files, seconds])), shards };
}

const plan = (cwd: string, ...args: string[]): Command => {
  return { name: 'redomain', program: process.execPath, args: [REDOMAIN, '--no-diff', '--quiet', ...args], cwd };
};

async function grown(root: string, name: string, files: number, bytes: number, rounds: number): Promise<Grown> {
  const [result] = await alternate([plan(root)], rounds);
  return { name, files, bytes, seconds: result!.seconds, peak: result!.peak };
}

async function shardsOf(root: string): Promise<number[]> {
  const parts = Array.from({ length: SHARDS }, (_, index) =>
    plan(root, '--check', '--shard', `${index + 1}/${SHARDS}`, '--format', 'json', '--output', '/dev/null'),
  );
  return (await alternate(parts, 1)).map(({ seconds }) => seconds);
}
