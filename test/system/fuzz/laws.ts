import { unfaithful } from '../../../src/files/faithful.ts';
import { decode, encode } from '../../../src/files/read.ts';
import type { FilePlan, Planner } from '../../../src/plan/file-plan.ts';
import type { Language } from '../../../src/types/language.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { leftBy } from '../../fixture-cases.ts';

/** Plans a file twice and throws for the law that does not hold; `undefined` for a text that holds no governed host. */
export function trial(planner: Planner, language: Language, file: SourceFile): FilePlan | undefined {
  const plan = planner.plan(file, language);
  if (!plan) return undefined;
  const { status, reason = '' } = plan.report;
  if (status === 'failed' || /internal error|cannot be read/.test(reason)) throw new Error(`${status}: ${reason}`);
  if (outputOf(file.text, plan) !== plan.output) throw new Error('the edits do not make the output');
  const lost = lostInBytes(file, plan);
  if (lost !== undefined) throw new Error(lost);
  const again = planner.plan({ ...file, text: plan.output }, language);
  const second = again?.report.edits ?? [];
  if (second.length > 0) throw new Error(`a second run edits: ${JSON.stringify(second)} in ${plan.output}`);
  const [left, found] = [leftBy(plan), again ? leftBy(again) : []];
  if (left.join('\n') !== found.join('\n'))
    throw new Error(`a second run leaves other things: ${JSON.stringify(found)} for ${JSON.stringify(left)} in ${plan.output}`);
  return plan;
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

/** What the bytes that would be written do not say; only a text that some bytes say, byte order mark and all, is written. */
function lostInBytes({ text, encoding }: SourceFile, { output, report }: FilePlan): string | undefined {
  const before = encode(text, encoding);
  if (!isSaid(before, text)) return undefined;
  const after = encode(output, encoding);
  if (!isSaid(after, output)) return 'the bytes written say another text';
  return unfaithful({ before, after, text, encoding, edits: report.edits });
}

function isSaid(bytes: Buffer, text: string): boolean {
  const read = decode(bytes);
  return 'text' in read && read.text === text;
}
