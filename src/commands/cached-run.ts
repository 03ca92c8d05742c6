import { dirname } from 'node:path';
import { sourcesOf } from '../apply/apply.ts';
import { findConfig } from '../config/find.ts';
import { UserError } from '../core/user-error.ts';
import { askGit } from '../files/git-files.ts';
import { openStore } from '../files/store.ts';
import { exitCodeOf } from '../plan/outcome.ts';
import { openReplay } from './replay.ts';
import type { RunOptions, RunResult } from './run-options.ts';

/** A run that gives the report of the last one where nothing has changed since, and else takes from the cache what it can. Throws UserError. */
export async function cachedRun(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const config = findConfig(options.cwd, options.config);
  const root = dirname(config.configPath);
  const asked = askGit(root, { identify: true, staged: options.staged });
  // Git lists the files while the store is looked for.
  asked.catch(() => {});
  const store = await openStore(root).catch((error: unknown) => untold(options, error));
  if (!store) return (await import('./plan.ts')).run(options);
  if (options.commit) await (await import('../series/resume.ts')).resume(store);
  const { report: last, keep } = await openReplay(store, config, options, asked);
  if (!last) return (await import('./plan.ts')).run(options, { store, asked, keep });
  const report = { ...last, summary: { ...last.summary, milliseconds: Math.round(performance.now() - started) } };
  return { report, changes: () => [], sourceOf: sourcesOf(root), exitCode: exitCodeOf(report) };
}

/** A run without a place to keep anything in goes on as one without a cache. */
function untold({ onTrouble }: RunOptions, error: unknown): undefined {
  if (!(error instanceof UserError)) throw error;
  onTrouble?.(`the cache is not kept: ${error.message}`);
}
