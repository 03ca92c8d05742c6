import pico from 'picocolors';
import { counted } from '../core/counted.ts';
import type { ModuleReport } from '../types/report.ts';
import { adoptedLines } from './adopted.ts';
import { table } from './table.ts';
import { statusOf } from './text/totals.ts';
import { visible } from './visible.ts';

interface Options {
  readonly check: boolean;
  readonly color: boolean;
  readonly quiet: boolean;
  readonly verbose: boolean;
}

/** What became of the domain modules, and what to type next where one is not as it should be. */
export function modulesText(modules: readonly ModuleReport[], { check, color, quiet, verbose }: Options): string {
  const colors = pico.createColors(color);
  if (modules.length === 0) return quiet ? '' : 'no domain module is configured\n';
  const drifted = (module: ModuleReport): boolean => module.status === 'absent' || module.status === 'differs';
  const shown = quiet ? modules.filter((module) => drifted(module) || module.status === 'lacks') : modules;
  const rows = table(
    shown.map(({ file, constants }) => [visible(file), counted(constants.length, 'constant')]),
    '',
  );
  const lines = rows.flatMap((row, index) => {
    const module = shown[index]!;
    return [
      `${row}  ${statusOf(module, 'module', colors)}`,
      ...(verbose ? module.constants.map((name) => `  ${visible(name)}`) : []),
      ...adoptedLines(module, { colors, quiet, verbose }),
    ];
  });
  if (check && !quiet && modules.some(drifted))
    lines.push('', `Next: ${colors.cyan('redomain module')}  ${colors.dim('writes them')}`);
  return lines.map((line) => `${line}\n`).join('');
}
