import type { SyntaxNode } from '@lezer/common';
import type { ModuleRef } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { importAt } from './imports.ts';
import { parse, textOf } from './parse/tree.ts';

/** The first statement, at any depth, that imports the domain module and has no `except` to fall back on. Imports for type checkers do not count. */
export function importOf(file: SourceFile, module: ModuleRef): Span | undefined {
  const { tree } = parse(file);
  let found: Span | undefined;
  tree.iterate({
    enter({ name, node }) {
      if (found || isOptional(node) || isForTypes(file, node)) return false;
      if (name === 'ImportStatement' && leadsTo(file, node, module)) found = { start: node.from, end: node.to };
      return true;
    },
  });
  return found;
}

function isOptional(node: SyntaxNode): boolean {
  return node.name === 'TryStatement' && node.getChild('except') !== null;
}

function isForTypes(file: SourceFile, node: SyntaxNode): boolean {
  return node.name === 'IfStatement' && /^if\s+(?:typing\s*\.\s*)?TYPE_CHECKING\b/.test(textOf(file, node));
}

function leadsTo(file: SourceFile, node: SyntaxNode, { specifier, file: target }: ModuleRef): boolean {
  const { from, module, level, names } = importAt(file, node, false);
  if (!from) return names.some(({ name }) => name === specifier);
  const isModule = (name: string): boolean => (level === 0 ? name === specifier : pathsOf(file, level, name).includes(target));
  return isModule(module) || names.some(({ name }) => isModule(module === '' ? name : `${module}.${name}`));
}

/** The files that a relative import may mean. */
function pathsOf(file: SourceFile, level: number, name: string): string[] {
  const folder = file.path.split('/').slice(0, -level);
  const path = [...folder, ...name.split('.')].filter((part) => part !== '').join('/');
  return [`${path}.py`, `${path}/__init__.py`];
}
