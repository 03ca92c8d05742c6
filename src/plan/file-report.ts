import { sentenceOf } from '../guards/reasons.ts';
import type { FileReport, FileStatus } from '../types/report.ts';
import type { Known } from './known.ts';
import type { Proved } from './proved-change.ts';

/** What a report says of one planned file; `unparsed`: why it could not be parsed. */
export function fileReport(
  { file, language, constraints, doubt }: Known,
  { change, failure }: Proved,
  unparsed?: string,
): FileReport {
  const failed = failure !== undefined;
  const status: FileStatus = failed ? 'failed' : change.edits.length > 0 ? 'changed' : 'clean';
  const reason = failure ?? unparsed ?? (doubt && sentenceOf(doubt));
  const held = [...constraints.keys].map(([key, why]) => [key, sentenceOf(why)] as const);
  return {
    path: file.path,
    language: language.name,
    status,
    edits: failed ? [] : change.edits,
    imports: failed ? [] : importsOf(change),
    ...(reason ? { reason } : {}),
    ...(held.length > 0 ? { held: Object.fromEntries(held) } : {}),
  };
}

function importsOf({ module, constants }: Proved['change']): FileReport['imports'] {
  if (!module) return [];
  const { file, specifier, beside } = module;
  return [{ module: file, specifier, names: constants, ...(beside ? { beside } : {}) }];
}
