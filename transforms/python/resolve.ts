import type { SyntaxNode, Tree } from '@lezer/common';
import type { ModuleRef, SourceFile, Span } from '../../src/types.ts';
import { constantOf } from './constant.ts';
import { type Import, topImports } from './imports.ts';
import { isBinding, isKeyword, occurrencesOf } from './names.ts';
import { shapeOf } from './text-value.ts';
import { children, endOf, textOf } from './tree.ts';

/** What the imports of the domain module mean for the rest of a file. */
export interface Resolution {
  /** Whether any constant can be reached at all. */
  readonly any: boolean;
  /** The value of an expression that certainly is one of the module's constants. */
  valueOf(node: SyntaxNode): string | undefined;
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
  for (const { name, value } of module.bindings) {
    const { base, key } = constantOf(name);
    values.set(key === undefined ? base : `${base}[${key}]`, value);
  }
  const bases = new Set(module.bindings.map(({ name }) => constantOf(name).base));
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
    return isOnce && (local.startsWith('_') || !hasStar) && uses.every((use) => use.from >= one.node.to && !isBinding(file, use));
  };

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
      if (isConstant && accept(one, local)) constants.set(local, name);
      else if (isLeaf && accept(one, local)) modules.add(local);
      else rest.push(`${name} as ${local}`);
    }
    if (!found) continue;
    remainders.set(one.node.from, rest.length > 0 ? [`import ${one.from ? one.module : ''}`, ...rest] : []);
    statements.push({ start: one.node.from, end: endOf(one.node) });
  }

  return {
    any: constants.size + modules.size > 0,
    valueOf: (node) => values.get(pathOf(file, node, constants, modules) ?? ''),
    remainderOf: (offset) => remainders.get(offset),
    statements,
    unused,
  };
}

/** The constant that an expression reaches: `NAME`, `NAME[key]`. */
function pathOf(
  file: SourceFile,
  node: SyntaxNode,
  constants: ReadonlyMap<string, string>,
  modules: ReadonlySet<string>,
): string | undefined {
  if (node.parent?.name === 'ImportStatement') return undefined;
  if (node.name === 'VariableName') return isKeyword(file, node) ? undefined : constants.get(textOf(file, node));
  const parts = children(node);
  const [object, mark, member] = parts;
  if (!object || !mark || !member || (parts.length !== 3 && parts.length !== 4)) return undefined;
  if (mark.name === '.' && parts.length === 3) {
    return object.name === 'VariableName' && modules.has(textOf(file, object)) ? textOf(file, member) : undefined;
  }
  if (mark.name !== '[' || parts.length !== 4 || member.name !== 'String') return undefined;
  const base = pathOf(file, object, constants, modules);
  const { body, prefix } = shapeOf(file.text, member.from, member.to);
  return base === undefined || prefix !== '' ? undefined : `${base}[${file.text.slice(body.start, body.end)}]`;
}
