import type { ModuleRef, SourceFile } from '../../src/types.ts';
import { importsOf } from './imports.ts';
import { namesIn } from './names.ts';
import type { Tree } from './parse.ts';
import { child, list, type Node, walk, word } from './syntax.ts';

/** What the names of one file stand for, where that is certain. */
export interface Constants {
  /** Local name → value. */
  readonly values: ReadonlyMap<string, string>;
  /** Local names of the whole module. */
  readonly spaces: ReadonlySet<string>;
  readonly exports: ReadonlyMap<string, string>;
  /** Parts and statements that only import constants. */
  readonly imports: ReadonlySet<Node>;
}

/** The constants that a file imports at its top level and declares nowhere else. */
export function constantsOf(tree: Tree, file: SourceFile, module: ModuleRef): Constants {
  const exports = new Map(module.bindings.map(({ name, value }) => [name, value]));
  const { declared } = namesIn(tree);
  const values = new Map<string, string>();
  const spaces = new Set<string>();
  const imports = new Set<Node>();
  for (const { statement, names, parts, local } of importsOf(tree, file, module)) {
    const usable = (name: string): boolean =>
      declared.get(name) === 1 && (statement.type === 'ImportDeclaration' || !usedBefore(tree, name, statement));
    if (local !== undefined && usable(local)) {
      spaces.add(local);
      imports.add(statement);
    }
    for (const [exported, name] of names) {
      const value = exports.get(exported);
      if (value !== undefined && usable(name)) values.set(name, value);
    }
    for (const part of parts) if (isConstantPart(part, values, exports)) imports.add(part);
    const every = list(statement, 'specifiers').length === 0 || list(statement, 'specifiers').every((part) => imports.has(part));
    if (local === undefined && parts.every((part) => imports.has(part)) && every) imports.add(statement);
  }
  return { values, spaces, exports, imports };
}

function isConstantPart(part: Node, values: ReadonlyMap<string, string>, exports: ReadonlyMap<string, string>): boolean {
  if (part.importKind === 'type' || part.importKind === 'typeof') return false;
  const imported = word(child(part, 'imported') ?? child(part, 'key'), 'name') ?? '';
  const local = word(child(part, 'local') ?? child(part, 'value'), 'name') ?? '';
  return exports.has(imported) && values.get(local) === exports.get(imported);
}

function usedBefore(tree: Tree, name: string, statement: Node): boolean {
  let found = false;
  walk(tree.program, (node) => {
    if (node.start < statement.start && word(node, 'name') === name) found = true;
  });
  return found;
}

/** The text that an expression is, if that is certain without running anything. */
export function foldedText(node: Node | undefined, constants: Constants): string | undefined {
  switch (node?.type) {
    case 'StringLiteral':
      return word(node, 'value');
    case 'Identifier':
      return constants.values.get(word(node, 'name') ?? '');
    case 'MemberExpression': {
      const space = node.computed === true ? undefined : word(child(node, 'object'), 'name');
      return space !== undefined && constants.spaces.has(space)
        ? constants.exports.get(word(child(node, 'property'), 'name') ?? '')
        : undefined;
    }
    case 'TemplateLiteral': {
      const parts = templateParts(node, constants);
      return parts.length === 1 && typeof parts[0] === 'string' ? parts[0] : undefined;
    }
    default:
      return undefined;
  }
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
