import { isFailing } from '../../plan/ledger.ts';
import type { Finding, Report } from '../../types/report.ts';
import { revertOf } from '../assurance.ts';
import type { ReporterOptions } from '../reporter.ts';
import { groupedBy, type Look } from './section.ts';

/** The commands to type next, with what each does; the first is the one most likely meant. */
export function nextCommands(report: Report, { staged }: Pick<ReporterOptions, 'staged'>, look: Look): string[] {
  const steps = staged ? stagedSteps(report, look) : treeSteps(report, look);
  if (steps.length === 0) return [];
  const { colors } = look;
  const width = Math.max(...steps.map(([typed]) => typed.length));
  return steps.map(
    ([typed, does], index) => `${index === 0 ? 'Next:' : '     '} ${colors.cyan(typed.padEnd(width))}  ${colors.dim(does)}`,
  );
}

type Step = readonly [typed: string, does: string];

/** Files that a command names; more of them are listed by git. */
const FEW = 4;

/** What is staged is fixed in the work tree, and staged again. */
function stagedSteps(report: Report, { narrowing }: Look): Step[] {
  const changing = report.files.filter(({ status }) => status === 'changed').map(({ path }) => path);
  const standing = report.findings.filter(isFailing).map(({ reasonCode }) => reasonCode);
  if (changing.length === 0) return standing[0] === undefined ? [] : [explained(standing[0])];
  const paths = changing.map(quoted).join(' ');
  if (changing.length > FEW)
    return [
      [
        `git diff --cached --name-only -z --diff-filter=d | redomain --write${narrowing} --files-from -`,
        'applies the plan to the staged files',
      ],
      ['git add --update', 'stages the result'],
    ];
  return [
    [`redomain --write${narrowing} ${paths}`, 'applies the plan to the staged files'],
    [`git add ${paths}`, 'stages the result'],
  ];
}

function quoted(path: string): string {
  return /^[\w./@:+][\w./@:+-]*$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

function explained(word: string): Step {
  return [`redomain explain ${word}`, 'says how to settle what is left'];
}

function treeSteps(report: Report, { narrowing }: Look): Step[] {
  const { command, findings, run, baseline, series } = report;
  const pending = isPending(report);
  const left = commonest(findings.filter(isFailing));
  const steps: Step[] = [];
  if (command !== 'write' && pending) steps.push([`redomain --write${narrowing}`, 'applies the plan']);
  else if (left !== undefined) steps.push(explained(left));
  // What is left is named by the lines of before the run.
  const check = left === undefined ? 'demands that nothing comes back; for CI' : 'names what is left by its lines of now; for CI';
  if (command === 'write') steps.push([`redomain --check${narrowing}`, check]);
  if (command === 'plan' && !pending && left === undefined) steps.push([`redomain --check${narrowing}`, 'keeps it so; for CI']);
  if (command === 'check' && !pending && left !== undefined && !baseline && narrowing === '')
    steps.push(['redomain --check --update-baseline', 'lets pass what stands today, and nothing that comes new']);
  if (run) steps.push([`redomain undo ${run}`, 'takes this run back']);
  if (series && series.commits.length > 0) steps.push([revertOf(series), 'takes all of it back, by new commits']);
  return steps;
}

/** The reason that leaves most places. */
function commonest(findings: readonly Finding[]): string | undefined {
  return groupedBy(findings, ({ reasonCode }) => reasonCode)[0]?.[0];
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
