import { posix } from 'node:path';
import type { ModuleRef } from '../../../src/types/language.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { child, list, type Node, word } from '../parse/node.ts';
import type { Tree } from '../parse/parse.ts';

/** One name that a statement brings from the module. */
interface ImportedName {
  /** The specifier, or the property of a pattern. */
  readonly part: Node;
  readonly exported: string;
  readonly local: string;
}

/** A statement at the top level that brings values of the domain module. */
export interface ModuleStatement {
  readonly statement: Node;
  /** Evaluated where it stands, not before all else. */
  readonly isRequire: boolean;
  /** The name of the whole module, where the statement brings that. */
  readonly space?: string | undefined;
  readonly names: readonly ImportedName[];
  /** Whether it brings something else as well: a default, types. */
  readonly bringsMore: boolean;
}

/** The statements that import the domain module, in order; those for types or for nothing but its effects apart. */
export function importsOf({ program }: Tree, file: SourceFile, module: ModuleRef): ModuleStatement[] {
  const places = placesOf(file, module);
  return list(program, 'body').flatMap((statement): ModuleStatement[] => {
    const found = statement.type === 'ImportDeclaration' ? ofImport(statement) : ofRequire(statement);
    return found && places(found.specifier) ? [found.made] : [];
  });
}

interface Found {
  readonly specifier: string;
  readonly made: ModuleStatement;
}

/** Makes the function that says whether a specifier leads from a file to the module. */
function placesOf(file: SourceFile, module: ModuleRef): (specifier: string) => boolean {
  const bare = (path: string): string => path.replace(/\.[cm]?[jt]sx?$/, '');
  const target = bare(module.file);
  return (specifier) => {
    if (specifier === module.specifier) return true;
    if (!/^\.\.?(?:\/|$)/.test(specifier)) return false;
    // A path that climbs out of the root is read as if it ended there.
    const path = posix.join(posix.dirname(file.path), specifier).replace(/^(?:\.\.\/)+|\/$/g, '');
    return path === module.file || bare(path) === target || posix.join(path, 'index') === target;
  };
}

const isOfTypes = ({ importKind }: Node): boolean => importKind === 'type' || importKind === 'typeof';

function ofImport(statement: Node): Found | undefined {
  const specifier = word(child(statement, 'source'), 'value');
  if (specifier === undefined || isOfTypes(statement)) return undefined;
  const all = list(statement, 'specifiers');
  const space = all.find(({ type }) => type === 'ImportNamespaceSpecifier');
  const named = space ? [] : all.filter(({ type }) => type === 'ImportSpecifier');
  if (!space && named.length === 0) return undefined;
  const names = named
    .filter((part) => !isOfTypes(part))
    .map((part) => ({ part, exported: wordOf(child(part, 'imported')), local: wordOf(child(part, 'local')) }));
  const bringsMore = names.length + (space ? 1 : 0) < all.length;
  return { specifier, made: { statement, isRequire: false, space: word(child(space, 'local'), 'name'), names, bringsMore } };
}

/** `const x = require('…')` and `const { a, b: c } = require('…')`, alone. */
function ofRequire(statement: Node): Found | undefined {
  const [declarator, ...others] = list(statement, 'declarations');
  if (statement.type !== 'VariableDeclaration' || statement.kind !== 'const' || others.length > 0) return undefined;
  const call = child(declarator, 'init');
  const isRequire = call?.type === 'CallExpression' && word(child(call, 'callee'), 'name') === 'require';
  const specifier = isRequire ? word(list(call, 'arguments')[0], 'value') : undefined;
  const id = child(declarator, 'id');
  if (specifier === undefined || !id) return undefined;
  if (id.type === 'Identifier')
    return { specifier, made: { statement, isRequire: true, space: word(id, 'name'), names: [], bringsMore: false } };
  const parts = list(id, 'properties');
  const isPlain = (part: Node): boolean =>
    part.type === 'ObjectProperty' && part.computed !== true && child(part, 'value')?.type === 'Identifier';
  if (parts.length === 0 || !parts.every(isPlain)) return undefined;
  const names = parts.map((part) => ({ part, exported: wordOf(child(part, 'key')), local: wordOf(child(part, 'value')) }));
  return { specifier, made: { statement, isRequire: true, names, bringsMore: false } };
}

function wordOf(node: Node | undefined): string {
  return word(node, 'name') ?? word(node, 'value') ?? '';
}
