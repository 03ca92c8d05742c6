import type { SyntaxNode, Tree } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { children, textOf } from './parse/tree.ts';

/** One name of an import statement; `local` is what it is bound to. */
interface ImportedName {
  readonly name: string;
  readonly local: string;
  readonly end: number;
}

/** An import statement at module level, outside of every `if` and `try`. */
export interface Import {
  readonly node: SyntaxNode;
  /** `from module import names`, or `import names`. */
  readonly from: boolean;
  /** Dotted, without the leading dots of a relative import; empty for `import …`. */
  readonly module: string;
  /** Count of leading dots. */
  readonly level: number;
  readonly names: readonly ImportedName[];
  readonly star: boolean;
  readonly parenthesized: boolean;
  /** Together with other statements on one line, by semicolons. */
  readonly grouped: boolean;
}

/** The statements at module level, in order. */
export function topStatements(tree: Tree): readonly SyntaxNode[] {
  return children(tree.topNode);
}

/** The import statements at module level that run whenever the module does. */
export function topImports(file: SourceFile, tree: Tree): Import[] {
  const out: Import[] = [];
  for (const statement of topStatements(tree)) {
    if (statement.name === 'ImportStatement') out.push(importAt(file, statement, false));
    if (statement.name === 'StatementGroup') {
      for (const part of statement.getChildren('ImportStatement')) out.push(importAt(file, part, true));
    }
  }
  return out;
}

/** One import statement, wherever it stands. */
export function importAt(file: SourceFile, node: SyntaxNode, grouped: boolean): Import {
  const parts = children(node);
  const start = parts.findIndex((part) => part.name === 'import');
  const source = parts
    .slice(1, start)
    .map((part) => textOf(file, part))
    .join('');
  const level = /^\.*/.exec(source)![0].length;
  const list = parts.slice(start + 1);
  return {
    node,
    from: start > 0,
    module: source.slice(level),
    level,
    names: namesOf(file, list),
    star: list.some((part) => part.name === '*'),
    parenthesized: list[0]?.name === '(',
    grouped,
  };
}

function namesOf(file: SourceFile, list: readonly SyntaxNode[]): ImportedName[] {
  const names: ImportedName[] = [];
  let parts: SyntaxNode[] = [];
  const finish = () => {
    const as = parts.findIndex((part) => part.name === 'as');
    const name = (as < 0 ? parts : parts.slice(0, as)).map((part) => textOf(file, part)).join('');
    const local = as < 0 ? name : textOf(file, parts[as + 1] ?? parts[as]!);
    if (name) names.push({ name, local, end: parts.at(-1)!.to });
    parts = [];
  };
  for (const part of list) {
    if (part.name === ',') finish();
    else if (!/^[()*]$/.test(part.name)) parts.push(part);
  }
  finish();
  return names;
}

/** The first name of an absolute import's module: what must lie on `sys.path`. */
export function firstSegments(statement: Import): string[] {
  if (statement.level > 0) return [];
  return statement.from ? [statement.module.split('.')[0]!] : statement.names.map(({ name }) => name.split('.')[0]!);
}
