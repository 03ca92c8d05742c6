import type { FilePlan, Planner } from '../../src/core/plan.ts';
import type { Language } from '../../src/types.ts';
import { leftBy } from '../fixture-cases.ts';

/** A file and what the planner made of it. */
export interface Trial {
  readonly path: string;
  readonly before: string;
  readonly plan: FilePlan;
}

/** Plans a file twice and says which law does not hold; `undefined` for a text that holds no governed host. */
export function trial(planner: Planner, language: Language, path: string, before: string): Trial | undefined {
  const plan = planner.plan({ path, text: before, encoding: 'utf8' }, language);
  if (!plan) return undefined;
  const { status, reason = '' } = plan.report;
  if (status === 'failed' || /internal error|cannot be read/.test(reason)) throw new Error(`${status}: ${reason}`);
  if (outputOf(before, plan) !== plan.output) throw new Error('the edits do not make the output');
  const again = planner.plan({ path, text: plan.output, encoding: 'utf8' }, language);
  const second = again?.report.edits ?? [];
  if (second.length > 0) throw new Error(`a second run edits: ${JSON.stringify(second)} in ${plan.output}`);
  const [left, found] = [leftBy(plan), again ? leftBy(again) : []];
  if (left.join('\n') !== found.join('\n'))
    throw new Error(`a second run leaves other things: ${JSON.stringify(found)} for ${JSON.stringify(left)} in ${plan.output}`);
  return { path, before, plan };
}

/** Splices the edits anew; throws when they are not sorted, disjoint and within the text. */
function outputOf(text: string, { report }: FilePlan): string {
  let out = '';
  let at = 0;
  for (const { start, end, text: inserted } of report.edits) {
    if (start < at || end < start || end > text.length) throw new Error(`edits out of order at offset ${start}`);
    out += text.slice(at, start) + inserted;
    at = end;
  }
  return out + text.slice(at);
}
