import { dirname } from 'node:path';
import { applyPlan, plannedChanges, sourcesOf } from './apply.ts';
import { readPackaging } from './checks/packaging.ts';
import { findConfig } from './config/find.ts';
import { compileScope } from './core/scope.ts';
import { discover } from './files/discover.ts';
import { interruptible } from './interrupt.ts';
import { scanAll } from './pool.ts';
import { exitCodeOf, reportOf } from './report.ts';
import { moduleReport, planModules } from './ssot/module-plan.ts';
import { proveTypes } from './type-proof.ts';
import type { Change, ModuleReport, Report, SourceFile } from './types.ts';

export interface RunOptions {
  readonly command: 'plan' | 'write' | 'check';
  readonly cwd: string;
  readonly config?: string;
  /** Files, directories or globs, relative to `cwd`; empty: the whole root. */
  readonly paths: readonly string[];
  /** Also rewrites what is for review, where a rewrite is possible. */
  readonly unsafe: boolean;
  /** Threads at most; default the cores. */
  readonly jobs?: number;
  /** Takes what an earlier run found of files that are the same since, and keeps what this one finds. */
  readonly cache?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Told what went wrong without harm to the result. */
  readonly onTrouble?: (message: string) => void;
}

export interface RunResult {
  readonly report: Report;
  /** What the plan changes, domain modules first, then files in path order; read when asked for. */
  readonly changes: () => Iterable<Change>;
  /** A file as it was before the run; `undefined` where there is none. */
  readonly sourceOf: (path: string) => SourceFile | undefined;
  readonly exitCode: 0 | 1 | 2;
}

/** The whole pipeline on one page: configuration, discovery, scan and plan, and with `write` the changes on disk. Throws UserError. */
export async function run(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const root = dirname(findConfig(options.cwd, options.config).configPath);
  const listing = discover(root, options.paths, options.cwd, options.cache);
  // Git lists the files while the configuration is read; what is wrong with the configuration is said first.
  listing.catch(() => {});
  const { loadPolicy } = await import('./config/load.ts');
  const { policy } = loadPolicy(options);
  const modules = planModules(root, policy);

  const scope = compileScope(policy);
  const found = await listing;
  const paths = found.files.filter((path) => !scope.ignores(path));

  const packaging = await readPackaging(root, found.listed, scope.ignores, policy.modules);
  const today = new Date().toISOString().slice(0, 10);
  const scanning = { root, policy, unsafe: options.unsafe, today, packaging };
  const scan = options.cache ? (await import('./cache.ts')).scanWithCache(found, options.onTrouble ?? (() => {})) : scanAll;
  const scanned = await scan(scanning, paths, options.jobs, options.onProgress ?? (() => {}));
  const batch = await proveTypes(scanning, modules, scanned);

  const drifted = modules.filter((plan) => plan.status !== 'current');
  const changed = batch.files.filter((file) => file.report.status === 'changed');
  const applied =
    options.command === 'write' ? await interruptible((raised) => applyPlan(root, drifted, changed, raised)) : undefined;

  const parts = { root, command: options.command, policy, modules, batch, skipped: found.skipped, started };
  const report = reportOf(applied ? { ...parts, applied } : parts);
  return {
    report,
    changes: () => applied?.changes ?? plannedChanges(root, drifted, changed),
    sourceOf: sourcesOf(root, applied),
    exitCode: exitCodeOf(report),
  };
}

/** Writes the domain modules alone, or with `check` only compares them. */
export async function runModule(options: {
  cwd: string;
  config?: string;
  check: boolean;
}): Promise<{ modules: readonly ModuleReport[]; exitCode: 0 | 1 }> {
  const { loadPolicy } = await import('./config/load.ts');
  const { root, policy } = loadPolicy(options);
  const modules = planModules(root, policy);
  const drifted = modules.filter((plan) => plan.status !== 'current');
  if (!options.check) await interruptible((raised) => applyPlan(root, drifted, [], raised));
  return {
    modules: modules.map((plan) => moduleReport(root, plan, !options.check)),
    exitCode: options.check && drifted.length > 0 ? 1 : 0,
  };
}
