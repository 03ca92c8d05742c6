import type { Literal } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { child, type Node, type Path, pathTo } from './parse/node.ts';
import { isTypeWrapper } from './syntax.ts';

/** Where a text stands in the tree, and in which notation. */
export interface Site {
  readonly kind: 'string' | 'template' | 'attribute' | 'jsx-text' | 'directive' | 'pattern';
  /** The literal's node; of a template the whole of it. */
  readonly node: Node;
  /** From the program to the node. */
  readonly path: Path;
}

/** A span of a text, and the expression that is to stand for it. */
export interface Fill {
  readonly span: Span;
  readonly name: string;
}

const KINDS: Readonly<Record<string, Site['kind']>> = {
  StringLiteral: 'string',
  StringLiteralTypeAnnotation: 'string',
  TemplateLiteral: 'template',
  JSXText: 'jsx-text',
  DirectiveLiteral: 'directive',
  RegExpLiteral: 'pattern',
};

/** The text that holds a span of the program, if the span lies in one. */
export function siteAt(program: Node, span: Span): Site | undefined {
  const full = pathTo(program, span);
  const path = full.at(-1)?.type === 'TemplateElement' ? full.slice(0, -1) : full;
  const node = path.at(-1)!;
  const kind = KINDS[node.type];
  if (!kind) return undefined;
  const inAttribute = kind === 'string' && path.at(-2)?.type === 'JSXAttribute';
  return { kind: inAttribute ? 'attribute' : kind, node, path };
}

/** The site that `read` kept with a literal. */
export function siteOf(literal: Literal): Site | undefined {
  return literal.form as Site | undefined;
}

/** The text of a site between its quotes. */
export function bodyOf({ kind, node }: Site): Span {
  if (kind === 'jsx-text') return { start: node.start, end: node.end };
  return { start: node.start + 1, end: node.end - 1 };
}

/** The path to the expression that a text is, casts around it included. */
export function operandPath(path: Path): Path {
  let length = path.length;
  while (isTypeWrapper(path[length - 2]) && child(path[length - 2], 'expression') === path[length - 1]) length--;
  return path.slice(0, length);
}

/** The raw text between the quotes. */
export function rawText(file: SourceFile, site: Site): string {
  const body = bodyOf(site);
  return file.text.slice(body.start, body.end);
}
