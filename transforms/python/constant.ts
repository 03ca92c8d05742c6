import type { SyntaxNode, Tree } from '@lezer/common';
import type { Literal, SourceFile } from '../../src/types.ts';
import { shapeOf } from './text-value.ts';

/** A constant's name taken apart: `DOMAINS["API"]` is the entry `API` of `DOMAINS`. */
export interface Constant {
  readonly base: string;
  readonly key?: string;
}

/** Takes apart the name of a binding. */
export function constantOf(name: string): Constant {
  const entry = /^(\w+)\[\s*(["'])(.*)\2\s*\]$/.exec(name);
  return entry ? { base: entry[1]!, key: entry[3]! } : { base: name };
}

/** The expression for a binding whose base is reached by `reached`, with the given quotes around its key. */
export function expressionFor(name: string, reached: string, quote: string): string {
  const { key } = constantOf(name);
  return key === undefined ? reached : `${reached}[${quote}${key}${quote}]`;
}

/** Whether the literal is a pattern of a `match`, where only a dotted name is a value. */
export function isPattern(tree: Tree, literal: Literal): boolean {
  return tree.resolveInner(literal.span.start, 1).parent?.name === 'LiteralPattern';
}

/** The quotes that may stand in an expression in place of the literal before Python 3.12, or undefined where none may. */
export function quoteWithin(file: SourceFile, tree: Tree, literal: Literal): string | undefined {
  const taken = new Set<string>();
  const own = shapeOf(file.text, literal.span.start, literal.span.end);
  taken.add(own.quote[0]!);
  for (let node: SyntaxNode | null = tree.resolveInner(literal.span.start, 1).parent; node; node = node.parent) {
    if (node.name === 'FormatString') taken.add(shapeOf(file.text, node.from, node.to).quote[0]!);
  }
  return ['"', "'"].find((quote) => !taken.has(quote));
}
