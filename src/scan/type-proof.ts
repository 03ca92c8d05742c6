import { splice } from '../core/edits.ts';
import { createReader, decode } from '../files/read.ts';
import type { ModulePlan } from '../ssot/module-plan.ts';
import { newTypeErrors, type TypedChange } from '../ssot/type-check.ts';
import { type Batch, type ScannedFile, type ScanOptions, scanAgain } from './scan.ts';

/**
 * Type-checks the TypeScript files that a plan gives references, before anything is written. A file with a type error that it had not
 * before gets literals; where it has one with literals as well, a person decides.
 */
export async function proveTypes(options: ScanOptions, modules: readonly ModulePlan[], batch: Batch): Promise<Batch> {
  if (!typed(batch).some(({ report }) => report.imports.length > 0)) return batch;
  const refused = new Map(typeErrors(options, modules, batch));
  if (refused.size === 0) return batch;
  const literal = await scanAgain({ ...options, refused }, batch, refused.keys());
  const held = new Map([...typeErrors(options, modules, literal)].filter(([path]) => refused.has(path)));
  return held.size === 0 ? literal : scanAgain({ ...options, refused, held }, literal, held.keys());
}

/** By path, each as a reason. */
function* typeErrors(options: ScanOptions, modules: readonly ModulePlan[], batch: Batch): Iterable<[string, string]> {
  const planned = modules.map(({ module, text }) => ({ file: module.file, text }));
  for (const [path, error] of newTypeErrors(options.root, planned, changesOf(options, typed(batch))))
    yield [path, `a type error: ${error}`];
}

/** The files that change and may have types. */
function typed(batch: Batch): ScannedFile[] {
  return batch.files.filter(({ report }) => report.status === 'changed' && report.language === 'typescript');
}

function changesOf({ root, contents }: ScanOptions, files: readonly ScannedFile[]): TypedChange[] {
  const reader = createReader(root, contents);
  return files.map(({ path, report: { edits, imports } }) => ({
    path,
    specifiers: imports.map(({ specifier }) => specifier),
    texts() {
      const read = reader.read(path);
      const decoded = 'reason' in read ? read : decode(read);
      return 'reason' in decoded ? undefined : { before: decoded.text, after: splice(decoded.text, edits) };
    },
  }));
}
