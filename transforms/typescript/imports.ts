import type { ModuleRef } from '../../src/types/language.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { child, list, type Node, word } from './parse/node.ts';
import type { Tree } from './parse/parse.ts';

/** One top-level import of the domain module that brings values. */
export interface ModuleImport {
  readonly form: 'named' | 'namespace';
  readonly statement: Node;
  /** Exported name → the node that imports it and its local name; empty for a namespace. */
  readonly names: ReadonlyMap<string, string>;
  /** The specifiers or destructured properties, in order. */
  readonly parts: readonly Node[];
  /** Of a namespace. */
  readonly local?: string;
}

/** True when a specifier leads from a file to the domain module. */
function leadsTo(specifier: string, file: SourceFile, module: ModuleRef): boolean {
  if (specifier === module.specifier) return true;
  if (!/^\.{1,2}(?:\/|$)/.test(specifier)) return false;
  const segments = file.path.split('/').slice(0, -1);
  for (const segment of specifier.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  const target = segments.join('/');
  const bare = module.file.replace(/\.[cm]?[jt]sx?$/, '');
  return target === module.file || target.replace(/\.[cm]?[jt]sx?$/, '') === bare || `${target}/index` === bare;
}

/** The imports of the domain module at the top level of a file, type-only and side-effect imports apart. */
export function importsOf(tree: Tree, file: SourceFile, module: ModuleRef): ModuleImport[] {
  const all: ModuleImport[] = [];
  for (const statement of list(tree.program, 'body')) {
    const found = statement.type === 'ImportDeclaration' ? imported(statement, file, module) : required(statement, file, module);
    if (found) all.push(found);
  }
  return all;
}

function imported(statement: Node, file: SourceFile, module: ModuleRef): ModuleImport | undefined {
  if (!leadsTo(word(child(statement, 'source'), 'value') ?? '', file, module)) return undefined;
  if (statement.importKind === 'type' || statement.importKind === 'typeof') return undefined;
  const specifiers = list(statement, 'specifiers');
  const namespace = specifiers.find((specifier) => specifier.type === 'ImportNamespaceSpecifier');
  if (namespace)
    return { form: 'namespace', statement, names: new Map(), parts: [], local: word(child(namespace, 'local'), 'name')! };
  const parts = specifiers.filter((specifier) => specifier.type === 'ImportSpecifier');
  if (parts.length === 0) return undefined;
  const values = parts.filter((part) => part.importKind !== 'type' && part.importKind !== 'typeof');
  const names = values.map((part) => [nameOf(child(part, 'imported')), nameOf(child(part, 'local'))] as const);
  return { form: 'named', statement, parts, names: new Map(names) };
}

function required(statement: Node, file: SourceFile, module: ModuleRef): ModuleImport | undefined {
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const') return undefined;
  const [declarator, another] = list(statement, 'declarations');
  if (another) return undefined;
  const specifier = requiredSpecifier(child(declarator, 'init'));
  if (specifier === undefined || !leadsTo(specifier, file, module)) return undefined;
  const id = child(declarator, 'id');
  if (id?.type === 'Identifier') return { form: 'namespace', statement, names: new Map(), parts: [], local: nameOf(id) };
  const parts = list(id, 'properties');
  if (
    parts.length === 0 ||
    parts.some((part) => part.type !== 'ObjectProperty' || part.computed === true || child(part, 'value')?.type !== 'Identifier')
  )
    return undefined;
  return {
    form: 'named',
    statement,
    parts,
    names: new Map(parts.map((part) => [nameOf(child(part, 'key')), nameOf(child(part, 'value'))])),
  };
}

/** The argument of `require('…')`. */
export function requiredSpecifier(call: Node | undefined): string | undefined {
  if (call?.type !== 'CallExpression' || word(child(call, 'callee'), 'name') !== 'require') return undefined;
  return word(list(call, 'arguments')[0], 'value');
}

function nameOf(node: Node | undefined): string {
  return word(node, 'name') ?? word(node, 'value') ?? '';
}
