import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Discovered } from '../files/discover.ts';
import { createReader } from '../files/read.ts';
import { belowTop } from '../files/repository.ts';
import type { Batch, ScannedFile } from '../scan/scan.ts';
import type { Finding, Report, ShardBaseline, ShardFile } from '../types/report.ts';
import type { Baseline, Reach } from './baseline.ts';
import { reportDigest } from './digest.ts';

/** One of `count` parts of a tree; 1-based. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

export interface ShardOptions extends Shard {
  /** Of redomain. */
  readonly version: string;
  /** As the reporters take it. */
  readonly narrowing: string;
}

/** What the report of a shard is made of, beside the report of its files. */
interface Whole {
  readonly found: Discovered;
  /** What is scanned in any shard. */
  readonly paths: readonly string[];
  readonly unsafe: boolean;
  /** The baseline that the whole is held against, with what it is compared by. */
  readonly held: { readonly baseline: Baseline; readonly reach: Reach } | undefined;
}

type Scan = (paths: readonly string[]) => Promise<Batch>;
type Prove = (batch: Batch) => Promise<Batch>;

/** Whether a path belongs to a shard: it stays in it whatever other files come and go, so that its cache serves again. */
export function isInShard(path: string, { index, count }: Shard): boolean {
  return crc32(path) % count === index - 1;
}

/** Whether a finding is of the whole run and of no scanned file. */
export function isOfWhole({ rule }: Finding): boolean {
  return rule === 'module-drift' || rule === 'uncovered-host';
}

/** The SHA-256 of a file of a tree; `undefined` where it cannot be read. */
export function digester(root: string): (path: string) => string | undefined {
  const reader = createReader(root);
  return (path) => {
    const read = reader.read(path);
    return 'reason' in read ? undefined : createHash('sha256').update(read).digest('hex');
  };
}

/** Makes what a run does otherwise when it is one of several. */
export function openShard(shard: ShardOptions) {
  return {
    /**
     * Scans and proves the part of a shard. What changes hangs on the rest of the tree (its twins, the types of the project): where something
     * does, all of it is scanned.
     */
    async scan(paths: readonly string[], scan: Scan, prove: Prove): Promise<Batch> {
      const own = await scan(paths.filter((path) => isInShard(path, shard)));
      if (!own.files.some(({ report }) => report.status === 'changed')) return own;
      const others = await scan(paths.filter((path) => !isInShard(path, shard)));
      const files = [...own.files, ...others.files].sort(byPath);
      const proved = await prove({ ...own, files });
      return { ...proved, files: proved.files.filter(({ path }) => isInShard(path, shard)) };
    },
    /** What is of the whole run (domain modules, certificates, what is not scanned) stands in the first report alone. */
    report(report: Report, { files }: Batch, whole: Whole): Report {
      const isFirst = shard.index === 1;
      const baseline = isFirst ? baselineOf(whole) : undefined;
      const { index, count, version, narrowing } = shard;
      const part: Report = {
        ...report,
        ...(isFirst
          ? {}
          : {
              files: files.map((file) => file.report),
              findings: report.findings.filter((finding) => !isOfWhole(finding)),
            }),
        shard: {
          ...{ index, count, version, unsafe: whole.unsafe, tree: treeDigest(whole), narrowing },
          below: belowTop(report.root),
          ...(baseline ? { baseline } : {}),
          files: shardFiles(report.root, files),
          digest: '',
        },
      };
      return { ...part, shard: { ...part.shard!, digest: reportDigest(part) } };
    },
  };
}

/** In the order of `discover`. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return Buffer.compare(Buffer.from(a.path), Buffer.from(b.path));
}

function shardFiles(root: string, files: readonly ScannedFile[]): ShardFile[] {
  const digestOf = digester(root);
  return files.map(({ path, digest = digestOf(path), counts }) => ({ path, ...(digest ? { digest } : {}), counts }));
}

function baselineOf({ held }: Whole): ShardBaseline | undefined {
  if (!held) return undefined;
  const { reach } = held;
  const { name, entries } = held.baseline;
  const paths = [...new Set(entries.map(({ path }) => path))];
  const among = (some: ReadonlySet<string>): string[] => paths.filter((path) => some.has(path));
  return { file: name, entries, listed: among(reach.listed), looked: among(reach.looked) };
}

function treeDigest({ found, paths }: Whole): string {
  const hash = createHash('sha256');
  for (const path of found.listed()) hash.update(`${path}\0${found.blobs.get(path) ?? ''}\0`);
  return hash.update(JSON.stringify([paths, found.skipped])).digest('hex');
}
