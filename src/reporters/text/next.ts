import { isFailing } from '../../plan/ledger.ts';
import type { Report } from '../../types/report.ts';
import { revertOf } from '../assurance.ts';
import type { Look } from './section.ts';

/** The commands to type next, with what each does; the first is the one most likely meant. */
export function nextCommands(report: Report, { colors, narrowing }: Look): string[] {
  const { command, findings, run, baseline, series } = report;
  const pending = isPending(report);
  const standing = findings.filter(isFailing).map(({ rule }) => rule);
  const left = standing.includes('needs-review') ? 'needs-review' : standing[0];
  const steps: [string, string][] = [];
  if (command !== 'write' && pending) steps.push([`redomain --write${narrowing}`, 'applies the plan']);
  else if (left !== undefined) steps.push([`redomain explain ${left}`, 'says how to settle what is left']);
  // What is left is named by the lines of before the run.
  const check = left === undefined ? 'demands that nothing comes back; for CI' : 'names what is left by its lines of now; for CI';
  if (command === 'write') steps.push([`redomain --check${narrowing}`, check]);
  if (command === 'plan' && !pending && left === undefined) steps.push([`redomain --check${narrowing}`, 'keeps it so; for CI']);
  if (command === 'check' && !pending && left !== undefined && !baseline && narrowing === '')
    steps.push(['redomain --check --update-baseline', 'lets pass what stands today, and nothing that comes new']);
  if (run) steps.push([`redomain undo ${run}`, 'takes this run back']);
  if (series && series.commits.length > 0) steps.push([revertOf(series), 'takes all of it back, by new commits']);
  if (steps.length === 0) return [];
  const width = Math.max(...steps.map(([typed]) => typed.length));
  return steps.map(
    ([typed, does], index) => `${index === 0 ? 'Next:' : '     '} ${colors.cyan(typed.padEnd(width))}  ${colors.dim(does)}`,
  );
}

/** The last word of a check that has nothing to complain about. */
export function passed(report: Report, { colors }: Look): string[] {
  const { command, files, findings } = report;
  const fails = isPending(report) || findings.some(isFailing) || files.some(({ status }) => status === 'failed');
  return command === 'check' && !fails ? [colors.green('Passed: nothing to change, and no finding that fails')] : [];
}

/** Whether `--write` would change something. */
function isPending({ summary, modules }: Report): boolean {
  return summary.filesTouched > 0 || modules.some(({ status }) => status === 'absent' || status === 'differs');
}
