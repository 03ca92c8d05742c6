import type { SyntaxNode, Tree } from '@lezer/common';
import { accessPathOf } from '../../../src/core/access-path.ts';
import type { ModuleRef } from '../../../src/types/language.ts';
import type { SourceFile, Span } from '../../../src/types/source.ts';
import { isChanged } from '../changed.ts';
import { type Import, topImports } from '../imports.ts';
import { isBinding, isKeyword, occurrencesOf } from '../names.ts';
import { shapeOf } from '../parse/string-shape.ts';
import { children, endOf, textOf } from '../parse/tree.ts';

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
  const values = new Map<string, string>();
  for (const { name, value } of module.bindings) values.set(name, value);
  const paths = module.bindings.map(({ name }) => accessPathOf(name));
  const bases = new Set(paths.map(({ root }) => root));
  const grouped = new Set(paths.flatMap(({ root, steps }) => (steps.length > 0 ? [root] : [])));
  const dot = module.specifier.lastIndexOf('.');
  const [parent, leaf] = [module.specifier.slice(0, Math.max(dot, 0)), module.specifier.slice(dot + 1)];
  const imports = topImports(file, tree);
  const hasStar = imports.some(({ star }) => star);
  const constants = new Map<string, string>();
  const modules = new Set<string>();
  const remainders = new Map<number, readonly string[]>();
  const statements: Span[] = [];
  const unused: string[] = [];

  const accept = (one: Import, local: string): boolean => {
    const uses = occurrencesOf(file, tree, local).filter((use) => use.from < one.node.from || use.from >= one.node.to);
    if (uses.length === 0) unused.push(local);
    const isOnce = imports.flatMap(({ names }) => names).filter((name) => name.local === local).length === 1;
    const isSteady = uses.every((use) => use.from >= one.node.to && !isBinding(file, use));
    return isOnce && (local.startsWith('_') || !hasStar) && isSteady;
  };
  const isChangedHere = (local: string): boolean => occurrencesOf(file, tree, local).some((use) => isChanged(file, use));
  /** What is in a group of constants may be changed by any name that the file has for the group. */
  const keepsValues = (root: string): boolean =>
    !grouped.has(root) ||
    imports
      .filter((one) => one.from && one.module === module.specifier)
      .flatMap(({ names }) => names)
      .every(({ name, local }) => name !== root || !isChangedHere(local));

  for (const one of imports) {
    if (one.level > 0 || one.star) continue;
    const isModule = one.from && one.module === module.specifier;
    const isParent = one.from && parent !== '' && one.module === parent;
    if (!isModule && !isParent && one.from) continue;
    const rest: string[] = [];
    let found = isModule || isParent;
    for (const { name, local } of one.names) {
      const isConstant = isModule && bases.has(name);
      const isLeaf = isParent ? name === leaf : !one.from && name === module.specifier && (local !== name || dot < 0);
      found ||= isLeaf;
      if (isConstant && accept(one, local) && keepsValues(name)) constants.set(local, name);
      else if (isLeaf && accept(one, local) && (grouped.size === 0 || !isChangedHere(local))) modules.add(local);
      else rest.push(`${name} as ${local}`);
    }
    if (!found) continue;
    remainders.set(one.node.from, rest.length > 0 ? [`import ${one.from ? one.module : ''}`, ...rest] : []);
    statements.push({ start: one.node.from, end: endOf(one.node) });
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

const NONE: ReadonlySet<string> = new Set();

/** The constant that an expression reaches: `NAME`, `NAME["key"]`, `NAME.attribute`. */
function pathOf(
  file: SourceFile,
  node: SyntaxNode,
  constants: ReadonlyMap<string, string>,
  modules: ReadonlySet<string>,
): string | undefined {
  if (node.parent?.name === 'ImportStatement') return undefined;
  if (node.name === 'VariableName') return isKeyword(file, node) ? undefined : constants.get(textOf(file, node));
  const parts = children(node);
  if (node.name === 'AttributePattern') return attributesOf(file, parts, constants, modules);
  const [object, mark, member] = parts;
  if (!object || !mark || !member || (parts.length !== 3 && parts.length !== 4)) return undefined;
  if (mark.name === '.' && parts.length === 3) return attributesOf(file, parts, constants, modules);
  if (mark.name !== '[' || parts.length !== 4 || member.name !== 'String') return undefined;
  const base = pathOf(file, object, constants, modules);
  const { body, prefix } = shapeOf(file.text, member.from, member.to);
  return base === undefined || prefix !== '' ? undefined : `${base}["${file.text.slice(body.start, body.end)}"]`;
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
