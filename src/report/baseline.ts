import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { BASELINE, readBaseline, writeBaseline } from '../files/baseline-file.ts';
import type { Discovered } from '../files/discover.ts';
import { destinationOf, stepsBelow } from '../files/linked.ts';
import type { Skipped } from '../files/skipped.ts';
import { compareWithBaseline, entryOf } from '../plan/compare-baseline.ts';
import type { ScannedFile } from '../scan/scan.ts';
import type { Policy } from '../types/policy.ts';
import type { BaselineEntry, BaselineReport, Finding } from '../types/report.ts';

/** A baseline that a check is held against. */
export interface Baseline {
  /** That of the run. */
  readonly root: string;
  /** Absolute. */
  readonly file: string;
  /** As the report names it. */
  readonly name: string;
  readonly entries: readonly BaselineEntry[];
  readonly update: boolean;
}

/**
 * The baseline of a check: the file that is named, relative to `cwd`, or else the one beside the configuration, if there is one or it is to be
 * written. Throws UserError when a file that is named does not exist and is not to be written.
 */
export function openBaseline(
  root: string,
  { cwd, baseline: named, updateBaseline: update = false }: { cwd: string; baseline?: string; updateBaseline?: boolean },
): Baseline | undefined {
  const file = named === undefined ? path.join(root, BASELINE) : path.resolve(cwd, named);
  const entries = readBaseline(root, file);
  if (!entries && !update) {
    if (named === undefined) return undefined;
    throw new UserError(`the baseline ${named} does not exist`, {
      hint: 'write it with --update-baseline, or name another file',
    });
  }
  const below = path.relative(root, file).split(path.sep).join('/');
  return { root, file, name: below.startsWith('../') ? file : below, entries: entries ?? [], update };
}

/** The paths of the baselines of a tree, which name the hosts that they let pass; of one that is a symbolic link, also what that leads to, where it is read. */
export function baselineFiles(root: string, baseline: Baseline | undefined): ReadonlySet<string> {
  const named = baseline ? [baseline.name, targetBelow(root, baseline.file)] : [linkedDefault(root)];
  return new Set([BASELINE, ...named.filter((name) => name !== undefined)]);
}

/** What the baseline beside the configuration leads to, in a run that holds nothing against it. */
function linkedDefault(root: string): string | undefined {
  const file = path.join(root, BASELINE);
  const target = targetBelow(root, file);
  if (target === undefined || target === BASELINE) return undefined;
  try {
    return readBaseline(root, file) && target;
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

function targetBelow(root: string, file: string): string | undefined {
  return stepsBelow(destinationOf(root), destinationOf(file))?.join('/');
}

/** The baselines among files, as what is not scanned. */
export function baselinesAmong(files: readonly string[], baselines: ReadonlySet<string>): Skipped[] {
  return files.filter((file) => baselines.has(file)).map((file) => ({ path: file, reason: 'the baseline' }));
}

export interface Held {
  readonly report: BaselineReport;
  /** Findings, those that the baseline knows marked. */
  readonly mark: (findings: readonly Finding[]) => Finding[];
}

/** The paths that a run lists and that it looks at, as a baseline is compared by them. */
export interface Reach {
  readonly listed: ReadonlySet<string>;
  readonly looked: ReadonlySet<string>;
}

export function reachOf({ files, listed, outside = [] }: Discovered, policy: Policy): Reach {
  const looked = new Set([...files, policy.configFile, ...policy.modules.map((module) => module.file)]);
  return { listed: new Set([...listed(), ...outside]), looked };
}

/** Makes the function that holds all findings of a check against its baseline, and writes it anew when it is to be updated; then it knows all of them. */
export function holdAgainst(
  { root, file, name, entries, update }: Baseline,
  { listed, looked }: Reach,
): (findings: readonly Finding[]) => Held {
  return (findings) => {
    const { known, fresh, vanished, next } = compareWithBaseline(entries, findings, listed, looked);
    if (update) writeBaseline(root, file, next);
    const taken = update ? new Set([...known, ...fresh]) : known;
    return {
      report: { file: name, known: taken.size, vanished, ...(update ? { added: fresh.map(entryOf) } : {}) },
      mark: (all) => all.map((finding) => (taken.has(finding) ? { ...finding, beyond: 'baseline' as const } : finding)),
    };
  };
}

/** A scanned file with its findings marked, and what is marked counted as in the baseline. */
export function withMarked(file: ScannedFile, mark: Held['mark']): ScannedFile {
  const findings = mark(file.findings);
  const counts = file.counts.map((count) => ({ ...count }));
  const baselined: ScannedFile['counts'][number][] = [];
  for (const { beyond, host, service, decision } of findings) {
    const count =
      beyond === 'baseline' &&
      counts.find((one) => one.host === host && one.service === service && one.verdict === decision && one.count > 0);
    if (!count) continue;
    count.count--;
    baselined.push({ ...count, verdict: 'baselined', count: 1 });
  }
  return { ...file, findings, counts: [...counts.filter(({ count }) => count > 0), ...baselined] };
}
