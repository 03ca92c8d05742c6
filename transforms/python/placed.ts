import type { SyntaxNode } from '@lezer/common';
import type { Literal } from '../../src/types/language.ts';
/** A literal and the token that it stands for. */
export interface Placed {
  readonly literal: Literal;
  readonly node: SyntaxNode;
}
