import type { SyntaxNode, Tree } from '@lezer/common';
import { accessPathOf, showAccessPath } from '../../src/core/access-path.ts';
import { partitionPoint } from '../../src/core/partition-point.ts';
import type { Bound, Importable, Literal, ModuleRef, Placement } from '../../src/types/language.ts';
import type { Reason } from '../../src/types/reason.ts';
import type { Edit, SourceFile } from '../../src/types/source.ts';
import { isChanged } from './changed.ts';
import { hasKeys, isPattern, quoteWithin } from './constant.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import { addNames, importLine } from './import-edit.ts';
import { headerLength, placeFor } from './import-place.ts';
import { type Import, topImports, topStatements } from './imports.ts';
import { isBinding, occurrencesOf } from './names.ts';
import { parse } from './parse/tree.ts';
import type { PythonRoots } from './roots.ts';

/** One name that must be imported: a constant from the module, or the module from its package. */
interface Need {
  readonly source: string;
  readonly name: string;
}

/** Finds how each placement reaches its constant, and the edits that import what is missing; refuses what no import can serve for certain. */
export function bind(file: SourceFile, placements: readonly Placement[], importable: Importable): Bound {
  const module = importable.reference();
  const { tree, faults } = parse(file);
  const evidence: Evidence =
    faults.length > 0
      ? { missing: { code: 'unparsed-file', detail: { failure: 'it has syntax errors' } } }
      : evidenceOf(file, tree, module);
  const refused = new Map<Literal, Reason>();
  const names = new Map<Placement, string>();
  if ('missing' in evidence) {
    for (const { literal } of placements) refused.set(literal, evidence.missing);
    return { edits: [], names, refused };
  }
  const statements = topStatements(tree);
  const indexOf = (offset: number) => partitionPoint(statements.length, (index) => statements[index]!.from <= offset) - 1;
  const least = Math.max(evidence.from, headerLength(file, statements));
  const imports = topImports(file, tree);
  const changed = changedGroups(file, tree, imports, module);
  for (const placement of placements) {
    const early = placement.literal.span.start < (statements[least]?.from ?? Number.POSITIVE_INFINITY);
    const reason = refusalOf(file, tree, placement, early, changed);
    if (reason) refused.set(placement.literal, reason);
  }
  const served = placements.filter(({ literal }) => !refused.has(literal));
  if (served.length === 0) return { edits: [], names, refused };

  const first = Math.min(...served.map(({ literal }) => statements[indexOf(literal.span.start)]!.from));
  const needs = new Map<string, { need: Need; local: string }>();
  for (const placement of served) {
    const { literal, binding } = placement;
    const path = accessPathOf(binding.name);
    const dotted = path.steps.length === 0 && isPattern(tree, literal);
    const known = knownName(
      file,
      tree,
      imports,
      module.specifier,
      path.root,
      statements[indexOf(literal.span.start)]!.from,
      dotted,
    );
    const need = needOf(module.specifier, path.root, dotted);
    const key = `${need.source} ${need.name}`;
    const fresh = known === undefined && !needs.has(key);
    if (fresh)
      needs.set(key, {
        need,
        local: freeName(
          file,
          tree,
          need.name,
          [...needs.values()].map(({ local }) => local),
        ),
      });
    const reached = known ?? (dotted ? `${needs.get(key)!.local}.${path.root}` : needs.get(key)!.local);
    names.set(placement, showAccessPath(path, reached, quoteWithin(file, tree, literal, placement.span)));
  }
  return { edits: importEdits(file, tree, imports, module, [...needs.values()], least, first), names, refused };
}

/** Groups of constants in which the file changes something, through any name that it has for them or for the module. */
function changedGroups(
  file: SourceFile,
  tree: Tree,
  imports: readonly Import[],
  { bindings, specifier }: ModuleRef,
): ReadonlySet<string> {
  const paths = bindings.map(({ name }) => accessPathOf(name));
  const groups = new Set(paths.flatMap(({ root, steps }) => (steps.length > 0 ? [root] : [])));
  if (groups.size === 0) return groups;
  const changes = (local: string): boolean => occurrencesOf(file, tree, local).some((use) => isChanged(file, use));
  const changed = imports.flatMap((one) => {
    const isOwn = one.from && one.module === specifier;
    return one.names.flatMap(({ name, local }) => {
      if (isOwn) return groups.has(name) && changes(local) ? [name] : [];
      const isModule = (one.from ? `${one.module}.${name}` : name) === specifier;
      return isModule && changes(local.split('.')[0]!) ? [...groups] : [];
    });
  });
  return new Set(changed);
}

function refusalOf(
  file: SourceFile,
  tree: Tree,
  { literal, span, binding }: Placement,
  early: boolean,
  changed: ReadonlySet<string>,
): Reason | undefined {
  if (early) return { code: 'no-place-for-import' };
  const path = accessPathOf(binding.name);
  if (changed.has(path.root)) return { code: 'changed-constant', detail: { name: path.root } };
  if (isPattern(tree, literal)) {
    const isWhole = span.start <= literal.body.start && span.end >= literal.body.end;
    if (!isWhole || hasKeys(path)) return { code: 'match-pattern' };
  }
  return hasKeys(path) && quoteWithin(file, tree, literal, span) === undefined ? { code: 'no-quotes-left' } : undefined;
}

function needOf(specifier: string, base: string, dotted: boolean): Need {
  const dot = specifier.lastIndexOf('.');
  return dotted
    ? { source: specifier.slice(0, Math.max(dot, 0)), name: specifier.slice(dot + 1) }
    : { source: specifier, name: base };
}

/** The expression by which an import above `before` already reaches the constant. */
function knownName(
  file: SourceFile,
  tree: Tree,
  imports: readonly Import[],
  specifier: string,
  base: string,
  before: number,
  dotted: boolean,
): string | undefined {
  const dot = specifier.lastIndexOf('.');
  const usable = imports.filter(({ node, level }) => level === 0 && node.to <= before);
  for (const one of usable.filter(({ from, module }) => from && module === specifier && !dotted)) {
    const found = one.names.find(({ name }) => name === base);
    if (found && isSteady(file, tree, imports, found.local, one.node)) return found.local;
  }
  for (const one of usable) {
    const found = one.from
      ? one.names.find(({ name }) => dot > 0 && one.module === specifier.slice(0, dot) && name === specifier.slice(dot + 1))
      : one.names.find(({ name, local }) => name === specifier && (local !== name || dot < 0));
    if (found && isSteady(file, tree, imports, found.local, one.node)) return `${found.local}.${base}`;
  }
  return undefined;
}

/** Whether a name is bound by this import alone, and never used above it. */
function isSteady(file: SourceFile, tree: Tree, imports: readonly Import[], local: string, node: SyntaxNode): boolean {
  if (!local.startsWith('_') && imports.some(({ star }) => star)) return false;
  const others = occurrencesOf(file, tree, local).filter((one) => one.from < node.from || one.from >= node.to);
  return others.every((one) => one.from > node.to && !isBinding(file, one));
}

/** The constant's own name where the file does not use it, else the same with an underscore, or with a number. */
function freeName(file: SourceFile, tree: Tree, name: string, used: readonly string[]): string {
  const hasStar = /^[^\r\n#]*\bimport\s*(?:\(\s*)?\*/m.test(file.text);
  const isFree = (one: string) => !used.includes(one) && occurrencesOf(file, tree, one).length === 0;
  const isMangled = name.startsWith('__') && !name.endsWith('__');
  if (isFree(name) && !hasStar && !isMangled) return name;
  const hidden = `_${name.replace(/^_+/, '')}`;
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? hidden : `${hidden}_${count}`;
    if (isFree(candidate)) return candidate;
  }
}

function importEdits(
  file: SourceFile,
  tree: Tree,
  imports: readonly Import[],
  module: ModuleRef,
  needs: readonly { need: Need; local: string }[],
  least: number,
  first: number,
): Edit[] {
  const statements = topStatements(tree);
  const edits: Edit[] = [];
  const lines: ((eol: string) => string)[] = [];
  for (const source of new Set(needs.map(({ need }) => need.source))) {
    const added = needs
      .filter(({ need }) => need.source === source)
      .map(({ need: { name }, local }) => (name === local ? name : `${name} as ${local}`))
      .sort();
    const host = imports.findLast(
      (one) => one.from && one.level === 0 && one.module === source && !one.star && one.node.to <= first,
    );
    if (host) edits.push(...addNames(file, host, added));
    else if (source === '') lines.push((eol) => added.map((name) => `import ${name}`).join(eol));
    else lines.push((eol) => importLine(file, source, added, eol));
  }
  if (lines.length > 0) {
    const { packages } = (module.evidence as PythonRoots | undefined) ?? { packages: [] };
    const index = statements.findIndex((statement) => statement.from === first);
    const { offset, before, after, eol } = placeFor(file, tree, module.specifier, packages, least, index);
    edits.push({ start: offset, end: offset, text: before + lines.map((line) => line(eol) + eol).join('') + after });
  }
  return edits.sort((a, b) => a.start - b.start);
}
