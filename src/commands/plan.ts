import { dirname } from 'node:path';
import { moduleProfileOf } from '../../transforms/languages.ts';
import { type Applied, applyPlan, plannedChanges, sourcesOf, whatFails } from '../apply/apply.ts';
import { interruptible } from '../apply/interrupt.ts';
import { NOTHING_LACKS, readPackaging } from '../checks/packaging.ts';
import { findConfig } from '../config/find.ts';
import { isoDay } from '../core/iso-day.ts';
import { compileScope } from '../core/scope.ts';
import { askGit } from '../files/git-files.ts';
import { openStore } from '../files/store.ts';
import { exitCodeOf } from '../plan/outcome.ts';
import { baselineFiles, baselinesAmong, holdAgainst, openBaseline, reachOf } from '../report/baseline.ts';
import { reportOf } from '../report/report.ts';
import { openPolicy } from '../scan/open-policy.ts';
import { scanAll } from '../scan/pool.ts';
import { provePlan } from '../scan/prove-plan.ts';
import { type Batch, mayImport, type ScanOptions } from '../scan/scan.ts';
import { onChangedLines, questionsFor, select, withMovedIn } from '../scan/selection.ts';
import { isStale, moduleReport, planModules } from '../ssot/module-plan.ts';
import type { ModuleReport } from '../types/report.ts';
import type { Cached, RunOptions, RunResult } from './run-options.ts';

/** The whole pipeline on one page: configuration, discovery, scan and plan, and with `write` the changes on disk. Throws UserError. */
export async function run(options: RunOptions, cached?: Cached): Promise<RunResult> {
  const started = performance.now();
  const root = dirname(findConfig(options.cwd, options.config).configPath);
  const series = options.commit && (await (await import('../series/series.ts')).startSeries(root, options.commit, options));
  const asking = options.interactive && (await import('../interactive/interaction.ts')).openInteraction(options.interactive);
  const listing = select(root, options, cached?.asked ?? askGit(root, questionsFor(options)));
  // Git lists the files while the configuration is read; what is wrong with the configuration is said first.
  listing.catch(() => {});
  const { policy } = await openPolicy(options);
  const modules = await planModules(root, policy);
  await series?.demandClean(modules, policy);

  const scope = compileScope(policy, moduleProfileOf);
  const found = withMovedIn(await listing, scope, policy);
  const baseline = options.command === 'check' ? openBaseline(root, options) : undefined;
  const baselines = baselineFiles(root, baseline);
  const paths = found.files.filter((path) => !scope.ignores(path) && !baselines.has(path));

  const today = isoDay(new Date());
  const contents = found.contents ? { contents: found.contents } : {};
  const isPackagingAsked = cached !== undefined || mayImport({ root, policy, ...contents }, scope, paths);
  const packaging = isPackagingAsked ? await readPackaging(root, found.listed(), scope.ignores, policy.modules) : NOTHING_LACKS;
  const scanning = { root, policy, unsafe: options.unsafe, today, packaging, ...contents };
  const scan = cached
    ? (await import('../scan/cache.ts')).scanWithCache(cached.store, found, options.onTrouble ?? (() => {}))
    : scanAll;
  const scanPaths = (some: readonly string[]) => scan(scanning, some, options.jobs, options.onProgress ?? (() => {}));
  const proveWith = (planning: ScanOptions, scanned: Batch) => provePlan(planning, modules, scanned);
  const prove = (scanned: Batch) => proveWith(scanning, scanned);
  const sharding = options.shard && (await import('../report/shard.ts')).openShard(options.shard);
  const planned = sharding ? await sharding.scan(paths, scanPaths, prove) : await prove(await scanPaths(paths));
  const chosen = await asking?.choose({ options: scanning, asked: options, prove: proveWith }, planned);
  const batch = chosen?.batch ?? planned;

  const drifted = modules.filter(isStale);
  const changed = batch.files.filter((file) => file.report.status === 'changed');
  const apply = async (raised: AbortSignal): Promise<Applied> => {
    if (series) return series.commit({ root, policy, modules, files: changed }, raised);
    if (chosen?.apply) return chosen.apply(drifted, changed, raised);
    return applyPlan(await openStore(root), drifted, changed, raised);
  };
  const applied = options.command === 'write' && (!chosen || chosen.apply) ? await interruptible(apply) : undefined;

  const skipped = [...found.skipped, ...baselinesAmong(found.files, baselines)];
  const held = baseline && { baseline, reach: reachOf(found, policy) };
  const whole = reportOf({
    ...{ root, command: options.command, policy: chosen?.policy ?? policy, modules, batch, skipped, today, started },
    ...(applied ? { applied } : {}),
    ...(options.since !== undefined ? { since: { ref: options.since, counts: onChangedLines(found, policy) } } : {}),
    ...(held && !sharding ? { hold: holdAgainst(held.baseline, held.reach) } : {}),
  });
  const report = sharding?.report(whole, batch, { found, paths, unsafe: options.unsafe, held }) ?? whole;
  if (!sharding) await cached?.keep(report, batch, paths);
  return {
    report,
    changes: () => applied?.changes ?? plannedChanges(root, ...whatFails(report, drifted, changed), found.contents),
    sourceOf: sourcesOf(root, applied, found.contents),
    exitCode: exitCodeOf(report),
  };
}

/** Writes the domain modules alone, or with `check` only compares them. */
export async function runModule(options: {
  cwd: string;
  config?: string;
  check: boolean;
}): Promise<{ modules: readonly ModuleReport[]; exitCode: 0 | 1 }> {
  const { root, policy } = await openPolicy(options);
  const modules = await planModules(root, policy);
  const drifted = modules.filter(isStale);
  if (!options.check) await interruptible(async (raised) => applyPlan(await openStore(root), drifted, [], raised));
  return {
    modules: modules.map((plan) => moduleReport(plan, !options.check)),
    exitCode: (options.check && drifted.length > 0) || modules.some(({ status }) => status === 'lacks') ? 1 : 0,
  };
}
