import { resolve } from 'node:path';
import { plannedChanges, sourcesOf, whatFails } from '../apply/apply.ts';
import { groupBy } from '../core/group-by.ts';
import { isoDay } from '../core/iso-day.ts';
import { UserError } from '../core/user-error.ts';
import { exists } from '../files/regular.ts';
import { exitCodeOf } from '../plan/outcome.ts';
import { holdAgainst } from '../report/baseline.ts';
import { assemble } from '../report/report.ts';
import { byPath, digester, isOfWhole } from '../report/shard.ts';
import { type Part, readParts } from '../report/shard-reports.ts';
import { openPolicy } from '../scan/open-policy.ts';
import type { ScannedFile } from '../scan/scan.ts';
import { isStale, type ModulePlan, modulePlanner } from '../ssot/module-plan.ts';
import type { Policy } from '../types/policy.ts';
import type { Report } from '../types/report.ts';
import type { RunResult } from './run-options.ts';

export interface MergeOptions {
  readonly cwd: string;
  readonly config?: string;
  /** Files with the reports of all shards of a run, relative to `cwd`. */
  readonly reports: readonly string[];
  /** Of redomain. */
  readonly version: string;
  /** Told once why lines of files are not shown. */
  readonly onTrouble: (message: string) => void;
}

export interface Merged extends RunResult {
  readonly narrowing: string;
  readonly below: string;
}

/**
 * Puts the reports of all shards of a run together to what the run as a whole gives. In a checkout of what the reports speak of, lines and
 * diffs are read from it. Throws UserError where the reports are not those of one whole run.
 */
export async function mergeReports(options: MergeOptions): Promise<Merged> {
  const parts = readParts(options.cwd, options.reports, options.version);
  const [{ policy, shard, root: rootOfFirst }] = parts;
  const checkout = await checkoutOf(options, policy);
  const outcome = parts.flatMap(scannedFiles).sort(byPath);
  const report = reportOfAll(checkout ?? rootOfFirst, parts, outcome);
  const digests = new Map(parts.flatMap((part) => part.shard.files).map(({ path, digest }) => [path, digest]));
  const sources = checkout === undefined ? undefined : { of: sourcesOf(checkout), digestOf: digester(checkout) };
  const tellOnce = once(options.onTrouble);
  const planned = checkout === undefined ? undefined : await modulePlanner(policy);
  const isHere = (path: string): boolean => {
    if (!sources)
      tellOnce('this is no checkout of what the reports speak of, with the same configuration: no line of a file is shown');
    const isSame = sources !== undefined && (!digests.has(path) || digests.get(path) === sources.digestOf(path));
    if (!isSame) tellOnce(`${path} is not what the reports speak of: its lines, and those of other such files, are not shown`);
    return isSame;
  };
  return {
    report,
    sourceOf: (path) => (isHere(path) ? sources?.of(path) : undefined),
    changes: () => {
      const files = outcome.filter((file) => file.report.status === 'changed' && isHere(file.path));
      if (checkout === undefined || !planned) return [];
      const drifted = driftedModules(planned(checkout), report, tellOnce);
      return plannedChanges(checkout, ...whatFails(report, drifted, files));
    },
    exitCode: exitCodeOf(report),
    narrowing: shard.narrowing,
    below: shard.below,
  };
}

/** The root of the tree around `cwd`, where its configuration is the one of the reports. */
async function checkoutOf({ cwd, config }: MergeOptions, policy: Policy): Promise<string | undefined> {
  const named = config ?? (exists(resolve(cwd, policy.configFile)) ? policy.configFile : undefined);
  try {
    const here = await openPolicy({ cwd, config: named });
    return JSON.stringify(here.policy) === JSON.stringify(policy) ? here.root : undefined;
  } catch (error) {
    if (config === undefined && error instanceof UserError) return undefined;
    throw error;
  }
}

function reportOfAll(root: string, parts: readonly [Part, ...Part[]], outcome: readonly ScannedFile[]): Report {
  const [{ command, policy, modules, findings, files, shard }] = parts;
  const scanned = new Set(shard.files.map(({ path }) => path));
  const { baseline } = shard;
  const sum = (amount: (part: Part) => number): number => parts.reduce((total, part) => total + amount(part), 0);
  return assemble({
    ...{ root, command, policy, modules, outcome },
    today: isoDay(new Date()),
    whole: findings.filter(isOfWhole),
    skipped: files.filter(({ path }) => !scanned.has(path)).map(({ path, reason = '' }) => ({ path, reason })),
    scanned: sum(({ summary }) => summary.filesScanned),
    bytes: sum(({ summary }) => summary.bytesScanned),
    milliseconds: Math.max(...parts.map(({ summary }) => summary.milliseconds)),
    ...(baseline
      ? {
          hold: holdAgainst(
            { root, file: baseline.file, name: baseline.file, entries: baseline.entries, update: false },
            { listed: new Set(baseline.listed), looked: new Set(baseline.looked) },
          ),
        }
      : {}),
  });
}

/** What a shard scanned, as its run knew it. */
function scannedFiles({ shard, files, findings }: Part): ScannedFile[] {
  const reports = new Map(files.map((file) => [file.path, file]));
  const byFile = groupBy(
    findings.filter((finding) => !isOfWhole(finding)),
    ({ path }) => path,
  );
  return shard.files.flatMap(({ path, counts }) => {
    const report = reports.get(path);
    return report ? [{ path, report, counts, findings: byFile.get(path) ?? [] }] : [];
  });
}

/** The modules that the reports say have drifted, where they stand here as they stood there. */
function driftedModules(plans: readonly ModulePlan[], { modules }: Report, tell: (message: string) => void): ModulePlan[] {
  return plans.filter((plan, index) => {
    const isSame = plan.status === modules[index]?.status;
    if (!isSame) tell(`${plan.module.file} is not what the reports speak of: its lines are not shown`);
    return isSame && isStale(plan);
  });
}

function once(tell: (message: string) => void): (message: string) => void {
  let told = false;
  return (message) => {
    if (!told) tell(message);
    told = true;
  };
}
