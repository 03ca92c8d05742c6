import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIGURATION, generateTree, HOSTS_IN_CONFIGURATION, largeFile } from './generate.ts';
import { alternate, type Command, type Result } from './measure.ts';
import { fittedExponent } from './statistics.ts';
import { commitAll, migrate, planOf, REDOMAIN } from './trees.ts';

/** Time and memory of a dry run over something generated, of which the report counted all. */
interface Grown {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly peak: number;
}

export interface Growth {
  readonly large: readonly Grown[];
  readonly trees: readonly Grown[];
  /** Of time over the number of files; 1 is linear. Of two trees or more. */
  readonly exponent?: number;
  /** Of checks of the largest tree, migrated. */
  readonly shards?: Shards;
}

interface Shards {
  /** Of the check of the whole tree. */
  readonly whole: Result;
  /** Of eight parts of it, one after the other. */
  readonly parts: readonly Result[];
}

const SHARDS = 8;

/**
 * Measures single files of 1, 10 and 100 MB, trees of so many files, and shards of the largest. Each tree is removed when it is done.
 * Gives what is measured so far whenever there is more of it, and at last the whole.
 */
export async function* measureGrowth(work: string, sizes: readonly number[], rounds: number): AsyncGenerator<Growth> {
  let growth: Growth = { large: [], trees: [] };
  for (const megabytes of [1, 10, 100]) {
    const root = join(work, `large-${megabytes}`);
    const { text, occurrences } = largeFile(megabytes * 1_000_000);
    mkdirSync(root);
    writeFileSync(join(root, 'large.py'), text);
    writeFileSync(join(root, 'redomain.yaml'), CONFIGURATION);
    commitAll(root);
    planOf(root, occurrences + HOSTS_IN_CONFIGURATION);
    const large = await grown(root, `one file of ${megabytes} MB`, 1, text.length, Math.min(rounds, 3));
    growth = { ...growth, large: [...growth.large, large] };
    yield growth;
    rmSync(root, { recursive: true });
  }
  const ascending = sizes.toSorted((a, b) => a - b);
  for (const files of ascending) {
    const root = join(work, `files-${files}`);
    const { occurrences, bytes } = generateTree(root, { files });
    commitAll(root);
    planOf(root, occurrences);
    const trees = [...growth.trees, await grown(root, `${files} files`, files, bytes, rounds)];
    const exponent = trees.length > 1 ? fittedExponent(trees.map((tree) => [tree.files, tree.seconds])) : undefined;
    growth = { ...growth, trees, ...(exponent === undefined ? {} : { exponent }) };
    yield growth;
    if (files === ascending.at(-1)) yield { ...growth, shards: await shardsOf(root) };
    rmSync(root, { recursive: true });
  }
}

const plan = (cwd: string, ...args: string[]): Command => {
  return { name: 'redomain', program: process.execPath, args: [REDOMAIN, '--no-diff', '--quiet', ...args], cwd };
};

async function grown(root: string, name: string, files: number, bytes: number, rounds: number): Promise<Grown> {
  const [result] = await alternate([plan(root)], rounds);
  return { name, files, bytes, seconds: result!.seconds, peak: result!.peak };
}

/** A shard saves time where nothing is left to migrate; where something is, each scans the whole tree. */
async function shardsOf(root: string): Promise<Shards> {
  migrate(root);
  const check = (...args: string[]): Command => plan(root, '--check', '--format', 'json', '--output', '/dev/null', ...args);
  const parts = Array.from({ length: SHARDS }, (_, index) => check('--shard', `${index + 1}/${SHARDS}`));
  const [whole, ...others] = await alternate([check(), ...parts], 1);
  return { whole: whole!, parts: others };
}
