import { counted } from '../../core/counted.ts';
import type { Change, Report } from '../../types/report.ts';
import { colouredPatch } from '../coloured-patch.ts';
import type { ReporterOptions } from '../reporter.ts';
import type { Look } from './section.ts';

/** Lines of a domain module's patch that are shown without `--verbose`. */
const FIRST = 14;

/** The diff as people read it: the files that change, and behind them the domain modules, cut to their first lines. */
export function* textDiff({ modules }: Report, { changes }: Pick<ReporterOptions, 'changes'>, look: Look): Generator<string> {
  const files = new Set(modules.map(({ file }) => file));
  const generated: Change[] = [];
  for (const change of changes()) {
    if (files.has(change.path)) generated.push(change);
    else yield* patchLines(change, Number.POSITIVE_INFINITY, look);
  }
  for (const change of generated) yield* patchLines(change, look.verbose ? Number.POSITIVE_INFINITY : FIRST, look);
}

function* patchLines(change: Change, limit: number, { colors }: Look): Generator<string> {
  const patch = colouredPatch(change, colors);
  if (patch === '') return;
  const lines = patch.split('\n');
  const rest = lines.length - limit;
  if (rest <= 1) yield `${patch}\n`;
  else
    yield `${[...lines.slice(0, limit), colors.dim(`… ${counted(rest, 'more line')} of this domain module (--verbose shows all)`)].join('\n')}\n\n`;
}
