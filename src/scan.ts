import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createReach, type Packaging } from './checks/packaging.ts';
import { createPlanner, type FilePlan } from './core/plan.ts';
import { compileSieve } from './core/sieve.ts';
import { createReader, decode } from './files/read.ts';
import { languageFor, languageName } from './languages.ts';
import { createResolver } from './ssot/resolver.ts';
import type { Encoding, Policy } from './types.ts';

/** What a scan is made of; plain data, sent to the workers as it is. */
export interface ScanOptions {
  readonly root: string;
  readonly policy: Policy;
  readonly unsafe: boolean;
  readonly today: string;
  /** Files that import no domain module, with the reason. */
  readonly refused?: ReadonlyMap<string, string>;
  /** Files in which a person decides everything, with the reason. */
  readonly held?: ReadonlyMap<string, string>;
  readonly packaging: Packaging;
}

/** One scanned file that has something to say. */
export interface ScannedFile extends Omit<FilePlan, 'output'> {
  readonly path: string;
  readonly encoding?: Encoding;
  /** Of the bytes that the plan was made from; only for files that change. */
  readonly digest?: string;
}

export interface Batch {
  readonly files: readonly ScannedFile[];
  readonly scanned: number;
  readonly bytes: number;
}

/** Makes the function that plans a list of root-relative paths: read, prefilter on bytes, and only then decode, parse and decide. */
export function createScan({
  root,
  policy,
  unsafe,
  today,
  refused,
  held,
  packaging,
}: ScanOptions): (paths: readonly string[]) => Promise<Batch> {
  const sieve = compileSieve(policy);
  const reader = createReader(root, sieve.room);
  const resolver = createResolver(root);
  const unreachable = createReach(packaging);
  const planner = createPlanner({
    policy,
    unsafe,
    today,
    resolve(module, file) {
      const reason = refused?.get(file.path);
      return reason === undefined ? resolver(module, file) : { refused: reason };
    },
    ...(held ? { held } : {}),
    ...(unreachable ? { unreachable } : {}),
  });
  return async (paths) => {
    const files: ScannedFile[] = [];
    let bytesRead = 0;
    let scanned = 0;
    for (const path of paths) {
      const bytes = reader.read(path);
      if ('reason' in bytes) {
        files.push(unreadable(path, bytes.reason, 0));
        continue;
      }
      scanned++;
      bytesRead += bytes.length;
      const wide = bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
      const text = (): string => bytes.toString('latin1');
      const holds = wide || sieve.mayHold(bytes.length) || planner.mayLack(path, languageName(path), text);
      if (!holds && !sieve.mayDirect(bytes.length)) continue;
      const decoded = decode(bytes);
      if ('reason' in decoded) {
        if (!holds) continue;
        files.push(unreadable(path, decoded.reason, 1));
        continue;
      }
      const plan = planner.plan({ path, ...decoded }, await languageFor(path));
      if (!plan) continue;
      const { output: _, ...rest } = plan;
      const changes = plan.report.status === 'changed';
      files.push({
        path,
        encoding: decoded.encoding,
        ...(changes ? { digest: createHash('sha256').update(bytes).digest('hex') } : {}),
        ...rest,
      });
      // Other threads may wait for a word of this one, and a file can take long.
      await setImmediate();
    }
    return { files, scanned, bytes: bytesRead };
  };
}

function unreadable(path: string, reason: string, count: number): ScannedFile {
  return {
    path,
    report: { path, language: languageName(path), status: 'skipped', edits: [], imports: [], reason },
    findings: [],
    counts: count > 0 ? [{ host: '', state: 'unknown', verdict: 'unreadable', count }] : [],
  };
}
