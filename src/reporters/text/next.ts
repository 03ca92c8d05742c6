import type { Report } from '../../types.ts';
import type { Look } from './section.ts';

/** The commands to type next, with what each does; the first is the one most likely meant. */
export function nextCommands({ command, summary, modules, findings, run }: Report, { colors, narrowing }: Look): string[] {
  const pending = summary.filesTouched > 0 || modules.some(({ status }) => status === 'absent' || status === 'differs');
  const steps: [string, string][] = [];
  if (command !== 'write' && pending) steps.push([`redomain --write${narrowing}`, 'applies the plan']);
  if (command === 'write') {
    if (findings.some(({ decision }) => decision === 'review'))
      steps.push(['redomain explain needs-review', 'says how to settle what is left']);
    steps.push([`redomain --check${narrowing}`, 'demands that nothing comes back; for CI']);
    if (run) steps.push([`redomain undo ${run}`, 'takes this run back']);
  } else if (findings.length > 0 && !pending) {
    const rule = findings.find(({ decision }) => decision === 'review')?.rule ?? findings[0]!.rule;
    steps.push([`redomain explain ${rule}`, 'says how to settle what is left']);
  } else if (command === 'plan' && !pending) {
    steps.push([`redomain --check${narrowing}`, 'keeps it so; for CI']);
  }
  if (steps.length === 0) return [];
  const width = Math.max(...steps.map(([typed]) => typed.length));
  return steps.map(
    ([typed, does], index) => `${index === 0 ? 'Next:' : '     '} ${colors.cyan(typed.padEnd(width))}  ${colors.dim(does)}`,
  );
}
