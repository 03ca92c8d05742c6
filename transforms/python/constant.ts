import type { SyntaxNode, Tree } from '@lezer/common';
import type { AccessPath } from '../../src/core/access-path.ts';
import type { Literal } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { shapeOf } from './parse/string-shape.ts';

/** Whether a constant is reached by keys, which need quotes. */
export function hasKeys({ steps }: AccessPath): boolean {
  return steps.some(({ by }) => by === 'key');
}

/** Whether the literal is a pattern of a `match`, where only a dotted name is a value. */
export function isPattern(tree: Tree, literal: Literal): boolean {
  return tree.resolveInner(literal.span.start, 1).parent?.name === 'LiteralPattern';
}

/** The quotes that may stand in an expression in place of a span of the literal before Python 3.12, the literal's own before others where it is gone; or undefined where none may. */
export function quoteWithin(file: SourceFile, tree: Tree, literal: Literal, span: Span): string | undefined {
  const { quote, body } = shapeOf(file.text, literal.span.start, literal.span.end);
  const node = tree.resolveInner(literal.span.start, 1);
  const isWhole = span.start <= body.start && span.end >= body.end && node.parent?.name !== 'ContinuedString';
  const own = quote[0]!;
  const taken = new Set(isWhole ? [] : [own]);
  for (let outer: SyntaxNode | null = node.parent; outer; outer = outer.parent) {
    if (outer.name === 'FormatString') taken.add(shapeOf(file.text, outer.from, outer.to).quote[0]!);
  }
  return [own, '"', "'"].find((one) => !taken.has(one));
}
