import { dirname, relative } from 'node:path';
import type { RunOptions, RunResult } from '../commands/run-options.ts';
import { Interrupted, UserError, userErrorOf } from '../core/user-error.ts';
import { appendSummary, type Sink } from '../files/report-file.ts';
import { belowTop } from '../files/repository.ts';
import { visible } from '../reporters/visible.ts';
import { type Invocation, narrowingOf, type Printed, parse, type Shared, type Tree } from './invocation.ts';
import { stdoutSink } from './output.ts';
import type { Reading } from './output-file.ts';
import { openProgress, type Progress } from './progress.ts';

declare const __VERSION__: string;

/** Set when the program is bundled. */
const version = typeof __VERSION__ === 'undefined' ? 'sources' : __VERSION__;

/** Runs the command line of this process, and ends it as shells expect. */
export async function start(): Promise<void> {
  process.stderr.on('error', () => {});
  try {
    process.exitCode = await main(process.argv.slice(2));
    if (process.exitCode === 2) process.exit();
  } catch (error) {
    process.kill(process.pid, (error as Interrupted).signal);
  }
}

/** Runs a command line in this process, and says on stderr what went wrong; gives the exit code. Throws Interrupted alone. */
export async function main(argv: readonly string[]): Promise<number> {
  try {
    return await dispatch(argv);
  } catch (error) {
    complain(userErrorOf(error) ?? error, argv.includes('--verbose') || argv.includes('-v'));
    if (error instanceof Interrupted) throw error;
    return 2;
  }
}

async function dispatch(argv: readonly string[]): Promise<number> {
  const asked = await parse(argv, version, process.stdout.columns ?? 100);
  switch (asked.kind) {
    case 'text':
      return said(asked.text);
    case 'run':
      return plan(asked);
    case 'merge':
      return merge(asked);
    case 'hosts':
      return list(asked);
    case 'init':
      return propose(asked);
    case 'module':
      return writeModules(asked);
    case 'undo':
      return undo(asked);
    case 'explain':
      return said(await explained(asked));
  }
}

/** What was asked for by the name of its command. */
type Of<Kind extends Invocation['kind']> = Extract<Invocation, { readonly kind: Kind }>;

async function said(text: string): Promise<0> {
  await stdoutSink().write([text]);
  return 0;
}

function plan(asked: Of<'run'>): Promise<number> {
  // What is staged is named path by path.
  const narrowing = narrowingOf(asked.staged ? { ...asked, paths: [] } : asked);
  return print(asked, async () => {
    const { shard, interactive, ...rest } = asked;
    const result = await runWith({
      ...rest,
      ...(shard ? { shard: { ...shard, version, narrowing } } : {}),
      ...(interactive ? { interactive: { narrowing, color: colored(asked) } } : {}),
    });
    return { ...result, narrowing, below: belowTop(result.report.root) };
  });
}

async function merge(asked: Of<'merge'>): Promise<number> {
  const onTrouble = (message: string): void => {
    if (asked.format === 'diff') throw new UserError(message, { hint: 'run merge-reports in a checkout of the same commit' });
    trouble(message);
  };
  const { mergeReports } = await import('../commands/merge-reports.ts');
  return print(asked, async () => mergeReports({ ...asked, version, onTrouble }));
}

async function list(asked: Of<'hosts'>): Promise<number> {
  const sink = await sinkOf(asked);
  const [{ inventory }, reporter] = await Promise.all([import('../commands/hosts.ts'), import('../reporters/hosts.ts')]);
  const { probe, check, verbose, format } = asked;
  const found = await withProgress(asked, (onProgress) => inventory({ ...asked, onProgress, onTrouble: trouble }));
  const probes = probe && (await (await import('../commands/probe.ts')).probe(found.services, probe));
  const color = colored(asked) && asked.output === undefined;
  await sink.write(await reporter.hostsReport(found, format, { color, verbose, version, ...(probes && { probes }) }));
  return check && probes?.some(({ problems }) => problems.length > 0) ? 1 : 0;
}

async function writeModules(asked: Of<'module'>): Promise<number> {
  const [{ runModule }, { modulesText }] = await Promise.all([import('../commands/plan.ts'), import('../reporters/modules.ts')]);
  const { modules, exitCode } = await runModule(asked);
  await stdoutSink().write([modulesText(modules, { ...asked, color: colored(asked) })]);
  return exitCode;
}

async function undo(asked: Of<'undo'>): Promise<number> {
  const [{ findConfig }, { openStore }, { undoLast }, { undoneText }] = await Promise.all([
    import('../config/find.ts'),
    import('../files/store.ts'),
    import('../series/resume.ts'),
    import('../reporters/undone.ts'),
  ]);
  const store = await openStore(dirname(findConfig(asked.cwd, asked.config).configPath));
  const undone = await undoLast(store, asked.run);
  await stdoutSink().write([undoneText(undone, { ...asked, color: colored(asked) })]);
  return undone.refused.length > 0 ? 1 : 0;
}

/** A line of a file, or the page of a rule or a reason. */
async function explained(asked: Of<'explain'>): Promise<string> {
  const { explainPlace, placeIn } = await import('../commands/explain-place.ts');
  const place = asked.rule === undefined ? undefined : placeIn(asked.rule);
  if (!place) return (await import('../commands/explain.ts')).explain(asked.rule, colored(asked));
  const { explainedText } = await import('../reporters/explained-place.ts');
  return explainedText(await explainPlace(asked, place), colored(asked));
}

/** Proposes and writes a configuration; asks where there is a person to answer. */
async function propose(asked: Of<'init'>): Promise<number> {
  const { init } = await import('../commands/init.ts');
  const asks = !asked.yes && process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env.CI;
  const interview = asks ? (await import('../commands/interview.ts')).openInterview() : undefined;
  const result = await withProgress(asked, (onProgress) => init({ ...asked, onProgress, ...(interview ? { interview } : {}) }));
  if (result.kind === 'nothing') {
    await stdoutSink().write([`${visible(result.message)}\n`]);
    return 0;
  }
  const { proposedText } = await import('../reporters/proposed.ts');
  const shown = relative(asked.cwd, result.file);
  if (!asked.quiet)
    await stdoutSink().write([
      proposedText(shown, result.proposal, { ...result, below: belowTop(asked.cwd), color: colored(asked) }),
    ]);
  return 0;
}

/** Writes the report of what `work` gives, the place for it opened first. */
async function print(
  asked: Shared & Printed & Reading & { readonly diff: boolean },
  work: () => Promise<RunResult & { readonly narrowing: string; readonly below: string }>,
): Promise<number> {
  const sink = await sinkOf(asked);
  const { reporters } = await import('../reporters/formats.ts');
  const [report, result] = await Promise.all([reporters[asked.format](), work()]);
  const color = colored(asked) && asked.output === undefined;
  const width = process.stdout.isTTY && asked.output === undefined ? process.stdout.columns : Number.POSITIVE_INFINITY;
  await sink.write(report(result.report, { ...asked, ...result, version, color, width }));
  const summary = process.env.GITHUB_STEP_SUMMARY;
  if (asked.format === 'github' && summary) {
    const fault = appendSummary(summary, (await reporters.markdown())(result.report));
    if (fault !== undefined) trouble(fault);
  }
  return result.exitCode;
}

/** Where a report goes; what the command reads is never written. */
async function sinkOf({ output, ...reading }: Printed & Reading): Promise<Sink> {
  return output === undefined ? stdoutSink() : (await import('./output-file.ts')).openOutput(output, reading);
}

async function runWith({ cache, ...asked }: Tree & Omit<RunOptions, 'onProgress' | 'onTrouble'>): Promise<RunResult> {
  const run = cache ? (await import('../commands/cached-run.ts')).cachedRun : (await import('../commands/plan.ts')).run;
  const onStep = asked.verbose || (process.stderr.isTTY && !asked.quiet) ? trouble : () => {};
  const onOutput = asked.verbose ? (text: string) => process.stderr.write(visibleLines(text)) : () => {};
  return withProgress(asked, (onProgress) => run({ ...asked, onProgress, onTrouble: trouble, onStep, onOutput }));
}

async function withProgress<T>({ quiet }: Shared, work: (onProgress: Progress['update']) => Promise<T>): Promise<T> {
  const progress = await openProgress(!quiet);
  try {
    return await work(progress.update);
  } finally {
    progress.stop();
  }
}

function trouble(message: string): void {
  process.stderr.write(`redomain: ${visible(message)}\n`);
}

function colored({ color }: Shared): boolean {
  return color && process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}

/** Says what went wrong: the user's mistakes with place and mend, ours in one line. */
function complain(error: unknown, verbose: boolean): void {
  if (error instanceof UserError) {
    const lines = [`redomain: ${error.message}`, error.location && `  at ${error.location}`, error.hint && `  ${error.hint}`];
    process.stderr.write(
      `${lines
        .filter(Boolean)
        .map((line) => visibleLines(line!))
        .join('\n')}\n`,
    );
    return;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const ask = verbose ? 'please report it with the lines below' : 'please report it with what --verbose prints';
  process.stderr.write(`redomain: internal error: ${visible(message)} (${ask})\n${verbose ? `${stack}\n` : ''}`);
}

/** A message may have several lines; nothing else in it may steer the terminal. */
function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n');
}
