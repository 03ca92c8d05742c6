import type { ModuleRef } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { importsOf } from './imports.ts';
import { isTree, parse } from './parse/parse.ts';

/** The first statement at the top level that imports values of the domain module. */
export function importOf(file: SourceFile, module: ModuleRef): Span | undefined {
  const tree = parse(file);
  const statement = isTree(tree) ? importsOf(tree, file, module)[0]?.statement : undefined;
  return statement && { start: statement.start, end: statement.end };
}

/** The names of its own under which a file imports constants of the domain module at the top level. */
export function importedNames(file: SourceFile, module: ModuleRef): ReadonlySet<string> {
  const tree = parse(file);
  const found = isTree(tree) ? importsOf(tree, file, module) : [];
  return new Set(found.flatMap(({ names, local }) => [...names.values(), ...(local === undefined ? [] : [local])]));
}
