import { splice } from '../core/edits.ts';
import { createReader, decode } from '../files/read.ts';
import type { ModulePlan } from '../ssot/module-plan.ts';
import { newTypeErrors, type TypedChange } from '../ssot/type-check.ts';
import type { Constraint } from '../types/constraint.ts';
import { type Constrained, withConstraints } from './linked-keys.ts';
import type { Batch, ConstraintsByPath, ScannedFile, Scanner, ScanOptions } from './scan.ts';

/**
 * Type-checks the TypeScript files that a plan gives references, before anything is written. A file with a type error that it had not
 * before gets literals; where it has one with literals as well, a person decides.
 */
export async function proveTypes(
  options: ScanOptions,
  replan: Scanner['replan'],
  modules: readonly ModulePlan[],
  { batch, constraints }: Constrained,
): Promise<Batch> {
  if (!typed(batch).some(({ report }) => report.imports.length > 0)) return batch;
  const refused = new Map(typeErrors(options, modules, batch));
  if (refused.size === 0) return batch;
  const refuse = (paths: ReadonlyMap<string, string>, verdict: 'literal' | 'review') =>
    [...paths].map(([path, error]): [string, Constraint] => [
      path,
      { where: 'file', verdict, reason: { code: 'type-error', detail: { error } } },
    ]);
  const withLiterals = withConstraints(constraints, refuse(refused, 'literal'));
  const literal = await replan(batch, among(withLiterals, refused));
  const held = new Map([...typeErrors(options, modules, literal)].filter(([path]) => refused.has(path)));
  if (held.size === 0) return literal;
  return replan(literal, among(withConstraints(withLiterals, refuse(held, 'review')), held));
}

function among(constraints: ConstraintsByPath, paths: ReadonlyMap<string, unknown>): ConstraintsByPath {
  return new Map([...constraints].filter(([path]) => paths.has(path)));
}

/** By path. */
function typeErrors(options: ScanOptions, modules: readonly ModulePlan[], batch: Batch): Iterable<[string, string]> {
  const planned = modules.map(({ module, text }) => ({ file: module.file, text }));
  return newTypeErrors(options.root, planned, changesOf(options, typed(batch)));
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
