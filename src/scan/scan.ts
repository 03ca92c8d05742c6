import { createHash, hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { languageFor, languageName, moduleProfileOf } from '../../transforms/languages.ts';
import { openReach, type Packed } from '../checks/packaging.ts';
import { compilePrefilter } from '../core/compile-prefilter.ts';
import { importable } from '../core/importable.ts';
import type { Scope } from '../core/scope.ts';
import { DIRECTIVE_STEM } from '../core/suppress.ts';
import { type Contents, createReader, decode, isWide } from '../files/read.ts';
import type { Declined } from '../plan/declined.ts';
import { wordOf } from '../plan/lacking-import.ts';
import { createPlanner, type FilePlan, type Planner } from '../plan/planner.ts';
import { openResolver } from '../ssot/resolver.ts';
import type { Policy } from '../types/policy.ts';
import type { Encoding } from '../types/source.ts';
import { type Resting, referenceDigest } from './dependencies.ts';

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
  /** Keys that are for review, with the reason, by the path of the file that holds them. */
  readonly twins?: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** What a person wants left as it is, by path. */
  readonly declined?: ReadonlyMap<string, Declined>;
  readonly packaging: Packed;
  readonly contents?: Contents;
  /** With it, the batches have records: the answers that were given before, by path. */
  readonly known?: ReadonlyMap<string, ScanRecord>;
}

/** One scanned file that has something to say. */
export interface ScannedFile extends Omit<FilePlan, 'output'> {
  readonly path: string;
  readonly encoding?: Encoding;
  /** Of the bytes that the plan was made from; only for files that change. */
  readonly digest?: string;
}

/** What a scan made of one file's bytes, where the same bytes give the same again. */
export interface ScanRecord extends Resting {
  /** In bytes. */
  readonly size: number;
  /** The name of a git blob with these bytes; absent where the file holds nothing that is looked for. */
  readonly blob?: string | undefined;
  /** Absent where there is nothing to say. */
  readonly file?: ScannedFile | undefined;
}

export interface Batch {
  readonly files: readonly ScannedFile[];
  readonly scanned: number;
  readonly bytes: number;
  /** Empty where `known` was not given. */
  readonly records: readonly ScanRecord[];
}

/** What the plans of a scan rested on outside of their files, by the path of the file. */
interface Rest {
  /** Files around which a project was read. */
  readonly project: Set<string>;
  /** How files import a module, where that hangs on their path alone. */
  readonly reference: Map<string, string>;
}

async function openPlanner(
  { root, packaging, refused, known, contents: _, ...options }: ScanOptions,
  rest: Rest,
): Promise<Planner> {
  const modules = options.policy.modules.filter(({ language }) => moduleProfileOf(language));
  const resolver = await openResolver(root, modules);
  return createPlanner({
    ...options,
    unreachable: await openReach(packaging),
    resolve(module, file) {
      const reason = refused?.get(file.path);
      if (reason !== undefined) return { refused: reason };
      return importable(module, () => {
        const reference = resolver(module, file);
        if (!moduleProfileOf(module.language)?.importsByPath) rest.project.add(file.path);
        else if (known) rest.reference.set(file.path, referenceDigest(reference));
        return reference;
      });
    },
  });
}

/** Makes the function that plans a list of root-relative paths: read, prefilter on bytes, and only then decode, parse and decide. */
export function createScan(options: ScanOptions): (paths: readonly string[]) => Promise<Batch> {
  const { root, policy, contents, known } = options;
  const prefilter = compilePrefilter(policy);
  const reader = createReader(root, contents, prefilter.room);
  const asked: Rest = { project: new Set(), reference: new Map() };
  let opened: Promise<Planner> | undefined;
  const planOf = async (path: string, bytes: Buffer): Promise<Found> => {
    opened ??= openPlanner(options, asked);
    const planner = await opened;
    const record = known ? { path, size: bytes.length } : undefined;
    const wide = isWide(bytes) ? undefined : prefilter.wideIn(bytes.length);
    const holds =
      wide !== undefined ||
      isWide(bytes) ||
      prefilter.mayHold(bytes.length) ||
      planner.mayLack(path, languageName(path), (word) => bytes.includes(word));
    if (!holds && !prefilter.mayDirect(bytes.length)) return { record };
    const blob = known && blobName(bytes);
    const before = known?.get(path);
    if (before && before.blob === blob) return { file: before.file, record: before };
    const decoded = decode(bytes, wide);
    if ('reason' in decoded) return holds ? { file: unreadable(path, decoded.reason, 1) } : { record };
    const plan = planner.plan({ path, ...decoded }, await languageFor(path));
    const file = plan && scannedFile(path, bytes, decoded.encoding, plan);
    const isLasting = (!file || file.report.status === 'clean') && !asked.project.has(path) && !isDated(decoded.text);
    const reference = asked.reference.get(path);
    return { file, record: isLasting && record ? { ...record, blob, file, reference } : undefined };
  };
  return async (paths) => {
    const files: ScannedFile[] = [];
    const records: ScanRecord[] = [];
    let bytesRead = 0;
    let scanned = 0;
    let heard = performance.now();
    for (const path of paths) {
      const bytes = reader.read(path);
      if ('reason' in bytes) {
        files.push(unreadable(path, bytes.reason, 0));
        continue;
      }
      scanned++;
      bytesRead += bytes.length;
      const { file, record } = await planOf(path, bytes);
      if (record) records.push(record);
      if (!file) continue;
      files.push(file);
      // Other threads may wait for a word of this one, and a file can take long.
      if (performance.now() - heard < PATIENCE) continue;
      await setImmediate();
      heard = performance.now();
    }
    return { files, scanned, bytes: bytesRead, records };
  };
}

/** Milliseconds for which a thread hears of no other one. */
const PATIENCE = 5;

/** A batch with some of its files scanned once more, under other options. */
export async function scanAgain(options: ScanOptions, batch: Batch, paths: Iterable<string>): Promise<Batch> {
  const again = await createScan(options)([...paths]);
  const byPath = new Map(again.files.map((file) => [file.path, file]));
  return { ...batch, files: batch.files.map((file) => byPath.get(file.path) ?? file) };
}

/** Above this many files it is not worth while to look at each of them first. */
const FEW = 200;

/** Whether one of the files may import a domain module, or come to do so; of many, taken as given. */
export function mayImport(
  { root, policy, contents }: Pick<ScanOptions, 'root' | 'policy' | 'contents'>,
  scope: Scope,
  paths: readonly string[],
): boolean {
  if (paths.length > FEW) return true;
  const prefilter = compilePrefilter(policy);
  const reader = createReader(root, contents, prefilter.room);
  return paths.some((path) => {
    const module = policy.modules.map(({ language }) => scope.module(path, language)).find((one) => one !== undefined);
    const bytes = module && reader.read(path);
    if (!bytes || 'reason' in bytes) return false;
    return isWide(bytes) || prefilter.mayHold(bytes.length) || bytes.includes(wordOf(module));
  });
}

interface Found {
  readonly file?: ScannedFile | undefined;
  readonly record?: ScanRecord | undefined;
}

/** Whether a suppression in a text may end with a day. */
function isDated(text: string): boolean {
  return text.includes(DIRECTIVE_STEM) && text.includes('until=');
}

function scannedFile(path: string, bytes: Buffer, encoding: Encoding, { output: _, ...plan }: FilePlan): ScannedFile {
  const changes = plan.report.status === 'changed';
  return { path, encoding, ...(changes ? { digest: hash('sha256', bytes) } : {}), ...plan };
}

/** The name that git gives to bytes in a repository of SHA-1. */
function blobName(bytes: Buffer): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function unreadable(path: string, reason: string, count: number): ScannedFile {
  return {
    path,
    report: { path, language: languageName(path), status: 'skipped', edits: [], imports: [], reason },
    findings: [],
    counts: count > 0 ? [{ host: '', state: 'unknown', verdict: 'unreadable', count }] : [],
  };
}
