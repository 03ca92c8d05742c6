import { moduleProfileOf } from '../../transforms/languages.ts';
import { splice } from '../core/edits.ts';
import { groupBy } from '../core/group-by.ts';
import { createReader, decode } from '../files/read.ts';
import { regularFiles } from '../files/regular.ts';
import type { ModulePlan } from '../ssot/module-plan.ts';
import type { Constraint } from '../types/constraint.ts';
import type { FileReport } from '../types/report.ts';
import type { TypeCheck, TypedChange } from '../types/type-check.ts';
import { type Constrained, constraintsAmong, withConstraints } from './linked-keys.ts';
import type { Batch, ScannedFile, Scanner, ScanOptions } from './scan.ts';

/**
 * Type-checks the files that a plan gives references, where their language has types, before anything is written. A file with a type error
 * that it had not before gets literals; where it has one with literals as well, a person decides.
 */
export async function proveTypes(
  options: ScanOptions,
  replan: Scanner['replan'],
  modules: readonly ModulePlan[],
  { batch, constraints }: Constrained,
): Promise<Batch> {
  const typed = batch.files.filter(({ report }) => isChanged(report) && checkOf(report.language));
  if (!typed.some(({ report }) => report.imports.length > 0)) return batch;
  const refused = await typeErrors(options, modules, batch);
  if (refused.size === 0) return batch;
  const withLiterals = withConstraints(constraints, refusals(refused, 'literal'));
  const literal = await replan(batch, constraintsAmong(withLiterals, refused));
  const again = await typeErrors(options, modules, literal);
  const held = new Map([...again].filter(([path]) => refused.has(path)));
  if (held.size === 0) return literal;
  return replan(literal, constraintsAmong(withConstraints(withLiterals, refusals(held, 'review')), held));
}

function refusals(errors: ReadonlyMap<string, string>, verdict: 'literal' | 'review'): [string, Constraint][] {
  return [...errors].map(([path, error]) => [
    path,
    { where: 'file', verdict, reason: { code: 'type-error', detail: { error } } },
  ]);
}

function isChanged({ status }: FileReport): boolean {
  return status === 'changed';
}

/** Loads what checks the types of a language; `undefined` where it has none. */
function checkOf(language: string): (() => Promise<{ readonly newTypeErrors: TypeCheck }>) | undefined {
  return moduleProfileOf(language)?.loadTypeCheck;
}

/** By path. */
async function typeErrors(options: ScanOptions, modules: readonly ModulePlan[], batch: Batch): Promise<Map<string, string>> {
  const planned = modules.map(({ module, text }) => ({ file: module.file, text }));
  const tree = regularFiles(options.root);
  const found = new Map<string, string>();
  const changed = groupBy(
    batch.files.filter(({ report }) => isChanged(report)),
    ({ report }) => report.language,
  );
  for (const [language, files] of changed) {
    const check = await checkOf(language)?.();
    for (const [path, error] of check?.newTypeErrors(options.root, tree, planned, changesOf(options, files)) ?? [])
      found.set(path, error);
  }
  return found;
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
