import { createHash, hash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { languageFor, languageName, moduleProfileOf } from '../../transforms/languages.ts';
import { openReach, type Packed } from '../checks/packaging.ts';
import { compilePrefilter } from '../core/compile-prefilter.ts';
import { importable } from '../core/importable.ts';
import type { Scope } from '../core/scope.ts';
import { DIRECTIVE_STEM } from '../core/suppress.ts';
import { type Contents, createReader, decode, isWide } from '../files/read.ts';
import type { FilePlan, Planner } from '../plan/file-plan.ts';
import { wordOf } from '../plan/lacking-import.ts';
import { createPlanner } from '../plan/planner.ts';
import { openResolver } from '../ssot/resolver.ts';
import type { Constraint } from '../types/constraint.ts';
import type { Policy } from '../types/policy.ts';
import type { Encoding } from '../types/source.ts';
import { type Resting, referenceDigest } from './dependencies.ts';

/** What a scan is made of; plain data, sent to the workers as it is. */
export interface ScanOptions {
  readonly root: string;
  readonly policy: Policy;
  readonly unsafe: boolean;
  readonly today: string;
  /** What limits what may become of hosts, by path. */
  readonly constraints?: ConstraintsByPath | undefined;
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

/** Constraints by path. */
export type ConstraintsByPath = ReadonlyMap<string, readonly Constraint[]>;

/** Reads and plans files of one tree. */
export interface Scanner {
  /** Plans root-relative paths: read, prefilter on bytes, and only then decode, parse and decide. */
  scan(paths: readonly string[]): Promise<Batch>;
  /** A batch with the files of some constraints planned once more under these; what is known of the tree is not read again. */
  replan(batch: Batch, constraints: ConstraintsByPath): Promise<Batch>;
}

/** Opens a tree for planning. */
export function createScanner(options: ScanOptions): Scanner {
  const planOf = createFilePlanner(options);
  const reader = createReader(options.root, options.contents, planOf.room);
  const scan = async (paths: readonly string[], constraints: ConstraintsByPath | undefined): Promise<Batch> => {
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
      const { file, record } = await planOf.plan(path, bytes, constraints?.get(path));
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
  return {
    scan: (paths) => scan(paths, options.constraints),
    async replan(batch, constraints) {
      const again = await scan([...constraints.keys()], constraints);
      const byPath = new Map(again.files.map((file) => [file.path, file]));
      return { ...batch, files: batch.files.map((file) => byPath.get(file.path) ?? file) };
    },
  };
}

interface FilePlanner {
  /** Where the bytes of a file are to stand. */
  readonly room: (length: number) => Buffer;
  plan(path: string, bytes: Buffer, constraints: readonly Constraint[] | undefined): Promise<Found>;
}

/** What the plans of a scan rested on outside of their files, by the path of the file. */
interface Rest {
  /** Files around which a project was read. */
  readonly project: Set<string>;
  /** How files import a module, where that hangs on their path alone. */
  readonly reference: Map<string, string>;
}

async function openPlanner({ root, policy, unsafe, today, packaging, known }: ScanOptions, rest: Rest): Promise<Planner> {
  const modules = policy.modules.filter(({ language }) => moduleProfileOf(language));
  const resolver = await openResolver(root, modules);
  return createPlanner({
    ...{ policy, unsafe, today, unreachable: await openReach(packaging) },
    resolve: (module, file) =>
      importable(module, () => {
        const reference = resolver(module, file);
        if (!moduleProfileOf(module.language)?.importsByPath) rest.project.add(file.path);
        else if (known) rest.reference.set(file.path, referenceDigest(reference));
        return reference;
      }),
  });
}

function createFilePlanner(options: ScanOptions): FilePlanner {
  const { policy, known } = options;
  const prefilter = compilePrefilter(policy);
  const rest: Rest = { project: new Set(), reference: new Map() };
  let opened: Promise<Planner> | undefined;
  const mayHold = (planner: Planner, path: string, bytes: Buffer): boolean =>
    isWide(bytes) || prefilter.mayHold(bytes.length) || planner.mayLack(path, languageName(path), (word) => bytes.includes(word));
  const recordOf = (path: string, bytes: Buffer, blob: string | undefined, text: string, file: ScannedFile | undefined) => {
    const isLasting = (!file || file.report.status === 'clean') && !rest.project.has(path) && !isDated(text);
    return isLasting && known ? { path, size: bytes.length, blob, file, reference: rest.reference.get(path) } : undefined;
  };
  return {
    room: prefilter.room,
    async plan(path, bytes, constraints) {
      opened ??= openPlanner(options, rest);
      const planner = await opened;
      const record = known ? { path, size: bytes.length } : undefined;
      const wide = isWide(bytes) ? undefined : prefilter.wideIn(bytes.length);
      const holds = wide !== undefined || mayHold(planner, path, bytes);
      if (!holds && !prefilter.mayDirect(bytes.length)) return { record };
      const blob = known && blobName(bytes);
      const before = constraints ? undefined : known?.get(path);
      if (before && before.blob === blob) return { file: before.file, record: before };
      const decoded = decode(bytes, wide);
      if ('reason' in decoded) return holds ? { file: unreadable(path, decoded.reason, 1) } : { record };
      const plan = planner.plan({ path, ...decoded }, await languageFor(path), constraints);
      const file = plan && scannedFile(path, bytes, decoded.encoding, plan);
      return { file, record: recordOf(path, bytes, blob, decoded.text, file) };
    },
  };
}

/** Milliseconds for which a thread hears of no other one. */
const PATIENCE = 5;

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
