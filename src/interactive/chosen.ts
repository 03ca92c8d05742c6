import { sourcesOf } from '../apply/apply.ts';
import { type Batch, createScanner, type ScannedFile, type ScanOptions } from '../scan/scan.ts';
import type { Constraint } from '../types/constraint.ts';
import type { Policy } from '../types/policy.ts';
import type { Sheet } from './answers.ts';
import type { KeptLine } from './comments.ts';
import { keepingConfig, type Revised, shifted, suppressedIn } from './keeping.ts';
import { type ChangingFile, type Pattern, type PatternFile, patternsOf } from './patterns.ts';

/** What a plan is made of, so that it can be made again. */
export interface Planning {
  readonly options: ScanOptions;
  /** Where the configuration was looked for. */
  readonly asked: { readonly cwd: string; readonly config?: string | undefined };
  /** Holds what belongs together, and checks types. */
  readonly prove: (options: ScanOptions, batch: Batch) => Promise<Batch>;
}

/** The plan of what a person has chosen. */
export interface Chosen {
  readonly batch: Batch;
  /** With the entries of what is kept. */
  readonly policy: Policy;
  /** Files that have comments or entries of what is kept, by path. */
  readonly revised: ReadonlyMap<string, Revised>;
}

/** The patterns of a plan. The findings of a rule that is off are asked about all the same: it does not stop an edit. */
export async function patternsIn({ options }: Pick<Planning, 'options'>, batch: Batch): Promise<Pattern[]> {
  const changing = batch.files.filter(({ report }) => report.status === 'changed');
  const isQuiet = Object.values(options.policy.rules).includes('off');
  const policy = { ...options.policy, rules: {} };
  const found = isQuiet ? (await rescanned({ ...options, policy }, batch, pathsOf(changing))).files : changing;
  const findings = new Map(found.map((file) => [file.path, file.findings]));
  const sourceOf = sourcesOf(options.root, undefined, options.contents);
  const files = changing.flatMap(({ path, report, digest }): ChangingFile[] => {
    const source = sourceOf(path);
    if (!source || digest === undefined) return [];
    return [{ source, digest, edits: report.edits, findings: findings.get(path) ?? [] }];
  });
  return patternsOf(files);
}

/** A batch with some of its files scanned once more; those of which there is nothing more to say are gone. */
export async function rescanned(options: ScanOptions, batch: Batch, paths: readonly string[]): Promise<Batch> {
  const { files } = await createScanner(options).scan(paths);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const asked = new Set(paths);
  return { ...batch, files: batch.files.flatMap((file) => (asked.has(file.path) ? (byPath.get(file.path) ?? []) : file)) };
}

/** Rounds in which what reads otherwise than it was asked about is declined; each round leaves less that may change. */
const ROUNDS = 8;

/**
 * Plans once more with nothing but what was accepted, and with what is kept written down. What would then change in a way that nobody was asked
 * about stays as well. Throws UserError where the configuration takes no entry.
 */
export async function planChosen(planning: Planning, batch: Batch, patterns: readonly Pattern[], sheet: Sheet): Promise<Chosen> {
  const { options, asked, prove } = planning;
  const kept = await keptIn(options, asked, patterns, sheet);
  const contents = new Map([
    ...(options.contents ?? []),
    ...[...kept.revised].map(([path, { after }]) => [path, after] as const),
  ]);
  const declined = declinedIn(patterns, sheet, kept.revised);
  const accepted = acceptedIn(patterns, sheet);
  const chosen = { ...options, policy: kept.policy, contents, constraints: declined };
  let paths = [...new Set([...declined.keys(), ...kept.revised.keys(), ...kept.whole])];
  let planned = batch;
  for (let round = 0; ; round++) {
    planned = await prove(chosen, await rescanned(chosen, planned, paths));
    const unasked = (await patternsIn({ options: chosen }, planned)).flatMap((pattern) =>
      pattern.files.filter(({ path }) => !accepted.has(keyOf(pattern, path))),
    );
    if (unasked.length === 0) return { batch: planned, ...kept };
    if (round === ROUNDS) throw new Error('the plan of what was accepted does not come to rest');
    decline(declined, unasked, 'dependent');
    paths = unasked.map(({ path }) => path);
  }
}

type Declinings = Map<string, Constraint[]>;

async function keptIn(options: ScanOptions, asked: Planning['asked'], patterns: readonly Pattern[], sheet: Sheet) {
  const lines = new Map<string, KeptLine[]>();
  const whole = new Map<string, string>();
  for (const [pattern, file] of unitsOf(patterns)) {
    const verdict = sheet.verdictOf(pattern, file);
    if (verdict?.choice !== 'keep') continue;
    const reason = verdict.reason ?? '';
    if (verdict.whole) whole.set(file.path, reason);
    else lines.set(file.path, [...(lines.get(file.path) ?? []), ...file.places.map((place) => ({ ...place, reason }))]);
  }
  const revised = await suppressedIn(options.root, lines);
  if (whole.size === 0) return { revised, whole: [], policy: options.policy };
  const files = [...whole].map(([path, reason]) => ({ path, reason }));
  const config = keepingConfig(options.policy, asked, files);
  return { revised: revised.set(config.path, config.revised), whole: [...whole.keys()], policy: config.policy };
}

function declinedIn(patterns: readonly Pattern[], sheet: Sheet, revised: ReadonlyMap<string, Revised>): Declinings {
  const declined: Declinings = new Map();
  for (const [pattern, file] of unitsOf(patterns)) {
    const choice = sheet.verdictOf(pattern, file)?.choice;
    if (choice === 'accept' || (choice === 'keep' && (revised.has(file.path) || sheet.verdictOf(pattern, file)!.whole))) continue;
    const insertions = revised.get(file.path)?.insertions ?? [];
    const places = file.places.map((place) => ({ ...place, start: shifted(place.start, insertions) }));
    decline(declined, [{ ...file, places }], choice ?? 'open');
  }
  return declined;
}

/** `how`: what was answered, `open` for no answer, `dependent` for what follows from another answer. */
function decline(declined: Declinings, files: readonly PatternFile[], how: string): void {
  for (const { path, places } of files) {
    const more = places.map(
      ({ start }): Constraint => ({
        where: { at: start },
        verdict: 'unchanged',
        reason: { code: 'declined', detail: { how } },
      }),
    );
    declined.set(path, [...(declined.get(path) ?? []), ...more]);
  }
}

function acceptedIn(patterns: readonly Pattern[], sheet: Sheet): Set<string> {
  const accepted = [...unitsOf(patterns)].filter(([pattern, file]) => sheet.verdictOf(pattern, file)?.choice === 'accept');
  return new Set(accepted.map(([pattern, { path }]) => keyOf(pattern, path)));
}

function* unitsOf(patterns: readonly Pattern[]): Iterable<readonly [Pattern, PatternFile]> {
  for (const pattern of patterns) for (const file of pattern.files) yield [pattern, file];
}

function keyOf({ id }: Pattern, path: string): string {
  return `${id}\0${path}`;
}

function pathsOf(files: readonly ScannedFile[]): string[] {
  return files.map(({ path }) => path);
}
