import type { SyntaxNode, Tree } from '@lezer/common';
import { accessPathOf } from '../../../src/core/access-path.ts';
import type { ModuleRef } from '../../../src/types/language.ts';
import type { SourceFile, Span } from '../../../src/types/source.ts';
import { children, textOf } from '../parse/tree.ts';
import { type ImportText, importsOf } from './imports.ts';
import { type Doings, doingsOf, isLabel } from './names.ts';
import { stringToken } from './string-token.ts';

/** What the imports of the domain module mean for the rest of a file. */
export interface Resolution {
  /** Whether any constant can be reached at all. */
  readonly any: boolean;
  /** The value of an expression that certainly is one of the module's constants. */
  valueOf(node: SyntaxNode): string | undefined;
  /** What a variable is called in the module, where it certainly is that. */
  exportedName(node: SyntaxNode): string | undefined;
  /** What remains of an import statement at this offset once the domain module is taken out; undefined for other statements. */
  remainderOf(offset: number): readonly string[] | undefined;
  /** The statements that import the domain module, in order. */
  readonly statements: readonly Span[];
  /** Imported constants that nothing uses. */
  readonly unused: readonly string[];
}

/** Reads the imports of the domain module: each name counts that is imported once, at module level, above all its uses, and bound nowhere else. */
export function resolve(file: SourceFile, tree: Tree, module: ModuleRef): Resolution {
  const { values, bases, grouped } = exportsOf(module);
  const [parent, leaf] = splitName(module.specifier);
  const imports = importsOf(file, tree);
  const isModule = (one: ImportText): boolean => one.isFrom && one.source === module.specifier;
  const isParent = (one: ImportText): boolean => one.isFrom && parent !== '' && one.source === parent;
  const own = imports.filter((one) => !one.isStar && (!one.isFrom || isModule(one) || isParent(one)));
  const doings = own.length > 0 ? doingsOf(file, tree, new Set(own.flatMap(localsOf))) : new Map<string, Doings>();
  const isChangedHere = (local: string): boolean => (doings.get(local)?.changed.length ?? 0) > 0;
  /** What is in a group of constants may be changed by any name that the file has for the group. */
  const keepsValues = (root: string): boolean =>
    !grouped.has(root) ||
    imports.filter(isModule).every(({ names }) => names.every(({ name, local }) => name !== root || !isChangedHere(local)));

  const constants = new Map<string, string>();
  const modules = new Set<string>();
  const remainders = new Map<number, readonly string[]>();
  const statements: Span[] = [];
  const unused: string[] = [];
  const accept = (one: ImportText, local: string): boolean => {
    if (!isUsed(one, doings.get(local))) unused.push(local);
    return isSteady(one, local, imports, doings.get(local));
  };
  for (const one of own) {
    const rest: string[] = [];
    let found = one.isFrom;
    for (const { name, local } of one.names) {
      const isConstant = isModule(one) && bases.has(name);
      const isAlone = local !== name || !module.specifier.includes('.');
      const isLeaf = isParent(one) ? name === leaf : !one.isFrom && name === module.specifier && isAlone;
      found ||= isLeaf;
      if (isConstant && accept(one, local) && keepsValues(name)) constants.set(local, name);
      else if (isLeaf && accept(one, local) && (grouped.size === 0 || !isChangedHere(local))) modules.add(local);
      else rest.push(`${name} as ${local}`);
    }
    if (!found) continue;
    remainders.set(one.start, rest.length > 0 ? [`import ${one.source}`, ...rest] : []);
    statements.push({ start: one.start, end: one.end });
  }

  return {
    any: constants.size + modules.size > 0,
    valueOf: (node) => values.get(pathOf(file, node, constants, modules) ?? ''),
    exportedName: (node) => (grouped.size > 0 ? pathOf(file, node, constants, NONE) : undefined),
    remainderOf: (offset) => remainders.get(offset),
    statements,
    unused,
  };
}

/** What a module exports: values by the expression that reaches them, the names that it exports, and those of them that hold several. */
function exportsOf({ bindings }: ModuleRef) {
  const paths = bindings.map(({ name }) => accessPathOf(name));
  return {
    values: new Map(bindings.map(({ name, value }) => [name, value])),
    bases: new Set(paths.map(({ root }) => root)),
    grouped: new Set(paths.flatMap(({ root, steps }) => (steps.length > 0 ? [root] : []))),
  };
}

/** A dotted name as that of its package, empty where there is none, and its own. */
function splitName(name: string): [parent: string, leaf: string] {
  const dot = name.lastIndexOf('.');
  return [name.slice(0, Math.max(dot, 0)), name.slice(dot + 1)];
}

/** The variables that an import binds; of a dotted one that keeps its name, the first part. */
function localsOf({ names }: ImportText): string[] {
  return names.map(({ local }) => local.split('.')[0]!);
}

function isUsed({ start, end }: Span, doings: Doings | undefined): boolean {
  return doings?.all.some((at) => at < start || at >= end) ?? false;
}

/** Whether a name is imported by this statement alone, above all its uses, and bound nowhere else. */
function isSteady(one: ImportText, local: string, imports: readonly ImportText[], doings: Doings | undefined): boolean {
  const isOnce = imports.flatMap(({ names }) => names).filter((name) => name.local === local).length === 1;
  const isHidden = imports.some(({ isStar }) => isStar) && !local.startsWith('_');
  const isAbove = doings?.all.every((at) => at >= one.start) ?? true;
  const isBoundHere = doings?.bound.every((at) => one.start <= at && at < one.end) ?? true;
  return isOnce && !isHidden && isAbove && isBoundHere;
}

const NONE: ReadonlySet<string> = new Set();

/** The constant that an expression reaches: `NAME`, `NAME["key"]`, `NAME.attribute`. */
function pathOf(
  file: SourceFile,
  node: SyntaxNode,
  constants: ReadonlyMap<string, string>,
  modules: ReadonlySet<string>,
): string | undefined {
  if (node.parent?.name === 'ImportStatement') return undefined;
  if (node.name === 'VariableName') return isLabel(file, node) ? undefined : constants.get(textOf(file, node));
  const parts = children(node);
  if (node.name === 'AttributePattern') return attributesOf(file, parts, constants, modules);
  const [object, mark, member] = parts;
  if (!object || !mark || !member || (parts.length !== 3 && parts.length !== 4)) return undefined;
  if (mark.name === '.' && parts.length === 3) return attributesOf(file, parts, constants, modules);
  if (mark.name !== '[' || parts.length !== 4 || member.name !== 'String') return undefined;
  const base = pathOf(file, object, constants, modules);
  const { body, quote, from } = stringToken(textOf(file, member));
  return base === undefined || from > quote.length ? undefined : `${base}["${body}"]`;
}

/** `module.NAME`, `NAME.attribute`, and in a pattern any number of attributes. */
function attributesOf(
  file: SourceFile,
  [object, ...rest]: readonly SyntaxNode[],
  constants: ReadonlyMap<string, string>,
  modules: ReadonlySet<string>,
): string | undefined {
  const names = rest.filter(({ name }) => name !== '.').map((member) => textOf(file, member));
  if (object!.name === 'VariableName' && modules.has(textOf(file, object!))) return names.join('.');
  const base = pathOf(file, object!, constants, modules);
  return base === undefined ? undefined : [base, ...names].join('.');
}
