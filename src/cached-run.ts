import { dirname } from 'node:path';
import { sourcesOf } from './apply.ts';
import { findConfig } from './config/find.ts';
import { exitCodeOf } from './core/outcome.ts';
import { askGit } from './files/git-files.ts';
import { openReplay } from './replay.ts';
import type { RunOptions, RunResult } from './run.ts';

/** A run that gives the report of the last one where nothing has changed since, and else takes from the cache what it can. Throws UserError. */
export async function cachedRun(options: RunOptions): Promise<RunResult> {
  const started = performance.now();
  const config = findConfig(options.cwd, options.config);
  const root = dirname(config.configPath);
  if (options.commit) await (await import('./series/resume.ts')).resume(root);
  const asked = askGit(root, { identify: true, staged: options.staged });
  const { report: last, keep } = await openReplay(root, config, options, asked);
  if (!last) return (await import('./run.ts')).run(options, { asked, keep });
  const report = { ...last, summary: { ...last.summary, milliseconds: Math.round(performance.now() - started) } };
  return { report, changes: () => [], sourceOf: sourcesOf(root), exitCode: exitCodeOf(report) };
}
