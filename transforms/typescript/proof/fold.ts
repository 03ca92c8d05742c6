import { accessPathOf } from '../../../src/core/access-path.ts';
import { remembering } from '../../../src/core/remembering.ts';
import type { ModuleRef } from '../../../src/types/language.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { child, list, type Node, walk, word } from '../parse/node.ts';
import type { Tree } from '../parse/parse.ts';
import { importsOf } from './imports.ts';
import { timesDeclared } from './names.ts';

/** What the names of one file stand for, where that is certain. */
export interface Constants {
  /** Local name → exported name. */
  readonly locals: ReadonlyMap<string, string>;
  /** Local names of the whole module. */
  readonly spaces: ReadonlySet<string>;
  /** By the names from an exported one to the value. */
  readonly values: ReadonlyMap<string, string>;
  /** Parts and statements that only import constants. */
  readonly imports: ReadonlySet<Node>;
}

/** The constants that a file imports at its top level and declares nowhere else. */
export function constantsOf(tree: Tree, file: SourceFile, module: ModuleRef): Constants {
  const { exported, values } = exportsOf(module.bindings);
  const locals = new Map<string, string>();
  const spaces = new Set<string>();
  const imports = new Set<Node>();
  for (const { statement, isRequire, space, names, bringsMore } of importsOf(tree, file, module)) {
    const isUsable = (name: string): boolean =>
      timesDeclared(tree, name) === 1 && !(isRequire && usedBefore(tree, name, statement));
    const constants = names.filter(({ exported: name, local }) => exported.has(name) && isUsable(local));
    for (const { part, exported: name, local } of constants) {
      locals.set(local, name);
      imports.add(part);
    }
    const isSpace = space !== undefined && isUsable(space);
    if (isSpace) spaces.add(space);
    if (!bringsMore && constants.length === names.length && (space === undefined || isSpace)) imports.add(statement);
  }
  return { locals, spaces, values, imports };
}

/** Remembered, as the files of a module have the same. */
const exportsOf = remembering((bindings: ModuleRef['bindings']) => {
  const paths = bindings.map(({ name, value }) => ({ names: namesTo(name), value }));
  return {
    exported: new Set(paths.map(({ names }) => names[0]!)),
    values: new Map(paths.map(({ names, value }) => [keyOf(names), value])),
  };
});

/** The exported name of a constant, and the names of the steps from it. */
function namesTo(constant: string): string[] {
  const { root, steps } = accessPathOf(constant);
  return [root, ...steps.map(({ name }) => name)];
}

function keyOf(names: readonly string[]): string {
  return names.join('\0');
}

function usedBefore(tree: Tree, name: string, statement: Node): boolean {
  const body = list(tree.program, 'body');
  let found = false;
  for (const before of body.slice(0, body.indexOf(statement)))
    walk(before, (node) => {
      found ||= word(node, 'name') === name;
    });
  return found;
}

/** The text that an expression is, if that is certain without running anything. */
export function foldedText(node: Node | undefined, constants: Constants): string | undefined {
  switch (node?.type) {
    case 'StringLiteral':
      return word(node, 'value');
    case 'Identifier':
    case 'MemberExpression': {
      const names = namesFrom(node, constants);
      return names && constants.values.get(keyOf(names));
    }
    case 'TemplateLiteral': {
      const parts = templateParts(node, constants);
      return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : undefined;
    }
    default:
      return undefined;
  }
}

/** The names from an export of the module to what an expression reaches: `A.b["c"]`; none yet for the whole module. */
function namesFrom(node: Node | undefined, constants: Constants): string[] | undefined {
  if (node?.type === 'Identifier') {
    const local = word(node, 'name') ?? '';
    const exported = constants.locals.get(local);
    return exported !== undefined ? [exported] : constants.spaces.has(local) ? [] : undefined;
  }
  if (node?.type !== 'MemberExpression') return undefined;
  const property = child(node, 'property');
  const name =
    node.computed === true ? word(property?.type === 'StringLiteral' ? property : undefined, 'value') : word(property, 'name');
  const before = name === undefined ? undefined : namesFrom(child(node, 'object'), constants);
  const isExport = before?.length === 0;
  return before && !(isExport && node.computed === true) ? [...before, name!] : undefined;
}

/** Texts and expressions of a template in order; neighbouring texts are one. */
export function templateParts(template: Node, constants: Constants): (string | Node)[] {
  const expressions = list(template, 'expressions');
  const parts: (string | Node)[] = [''];
  list(template, 'quasis').forEach((quasi, index) => {
    append(parts, (quasi.value as { cooked?: string | null }).cooked ?? '');
    const expression = expressions[index];
    if (!expression) return;
    const text = foldedText(expression, constants);
    if (text === undefined) parts.push(expression, '');
    else append(parts, text);
  });
  return parts;
}

function append(parts: (string | Node)[], text: string): void {
  const last = parts.at(-1);
  if (typeof last === 'string') parts[parts.length - 1] = last + text;
  else parts.push(text);
}
