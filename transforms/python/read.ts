import type { SyntaxNode, Tree } from '@lezer/common';
import type { Literal, Reading } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { blockedOf, isStandalone } from './blocked.ts';
import { operatorOf, scopeOf } from './expression.ts';
import { isKey } from './key.ts';
import { labelsOf } from './labels.ts';
import { shapeOf } from './parse/string-shape.ts';
import { parse, same } from './parse/tree.ts';
import type { Placed } from './placed.ts';
import { relationsOf } from './relations.ts';
import { useOf } from './use.ts';

/** A token that holds hits. `inSpec`: one of them stands in a format specification. */
interface Token {
  readonly node: SyntaxNode;
  readonly hits: Span[];
  inSpec: boolean;
}

/** The literals that hold the hits, with their relations. Of a file that does not parse, only comments and docstrings before the first error. */
export function read(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading {
  const { tree, faults } = parse(file);
  const tokens = tokensOf(tree, hits);
  if (faults.length > 0) {
    const line = file.text.slice(0, faults[0]).split(/\r\n|\r|\n/).length;
    const literals = tokens.filter(({ node }) => node.to < faults[0]!).map((token) => literalOf(file, token, constants));
    return {
      literals: literals.filter(({ kind }) => kind === 'comment' || kind === 'docstring'),
      relations: [],
      failure: `does not parse, line ${line}`,
    };
  }
  return readingOf(file, tokens, constants);
}

/** The same of a file that parses, from a tree of the statements around the hits. */
export function readTree(file: SourceFile, tree: Tree, hits: readonly Span[], constants?: ReadonlySet<string>): Reading {
  return readingOf(file, tokensOf(tree, hits), constants);
}

function readingOf(file: SourceFile, tokens: readonly Token[], constants?: ReadonlySet<string>): Reading {
  const placed: Placed[] = [];
  for (const token of tokens) placed.push({ literal: literalOf(file, token, constants), node: token.node });
  const strings = placed.filter(({ literal }) => literal.kind === 'string');
  return { literals: placed.map(({ literal }) => literal), relations: relationsOf(file, strings) };
}

function tokensOf(tree: Tree, hits: readonly Span[]): Token[] {
  const tokens = new Map<number, Token>();
  for (const hit of hits) {
    const found = tokenAt(tree, hit);
    if (!found) continue;
    const token = tokens.get(found.node.from) ?? { node: found.node, hits: [], inSpec: false };
    token.hits.push(hit);
    token.inSpec ||= found.inSpec;
    tokens.set(found.node.from, token);
  }
  return [...tokens.values()].sort((a, b) => a.node.from - b.node.from);
}

function tokenAt(tree: Tree, hit: Span): { node: SyntaxNode; inSpec: boolean } | undefined {
  let inSpec = false;
  for (let node: SyntaxNode | null = tree.resolveInner(hit.start, 1); node; node = node.parent) {
    if (/^(String|FormatString|Comment)$/.test(node.name)) return hit.end <= node.to ? { node, inSpec } : undefined;
    if (node.name === 'FormatSpec') inSpec = true;
    else if (node.name === 'FormatReplacement' && !inSpec) return undefined;
  }
  return undefined;
}

/** Whether a text ends with a backslash that would stand before a name: of an odd run, also before the scheme of an address. */
function isEscaped(text: string): boolean {
  return /(?<!\\)(?:\\\\)*\\(?:[A-Za-z][\w+.-]{0,20}:\/\/)?$/.test(text.slice(-200));
}

/** Whether an adjacent token may go on with a host that ends this one. */
function isContinued(file: SourceFile, node: SyntaxNode): boolean {
  const next = node.nextSibling;
  if (node.parent?.name !== 'ContinuedString' || !next || !/String$/.test(next.name)) return false;
  const { start } = shapeOf(file.text, next.from, next.to).body;
  return !/^(?:[^\w.-]|https?:\/\/|wss?:\/\/|$)/i.test(file.text.slice(start, start + 8));
}

function literalOf(file: SourceFile, { node, hits, inSpec }: Token, constants?: ReadonlySet<string>): Literal {
  const span = { start: node.from, end: node.to };
  const scope = scopeOf(file, node);
  if (node.name === 'Comment') {
    return { span, body: { start: node.from + 1, end: node.to }, kind: 'comment', labels: [], scope };
  }
  const shape = shapeOf(file.text, node.from, node.to);
  if (!shape.bytes && node.name === 'String' && isStandalone(node)) {
    return { span, body: shape.body, kind: 'docstring', labels: [], scope };
  }
  const labels = labelsOf(file, node, constants);
  const behind = hits.some((hit) => isEscaped(file.text.slice(shape.body.start, hit.start)));
  const blocked = blockedOf(file, node, shape, inSpec) ?? (behind ? 'text-after-backslash' : undefined);
  const use = useOf(file, node, hits.map((hit) => file.text.slice(hit.start, hit.end)).join(' '), labels);
  return {
    span,
    body: shape.body,
    kind: shape.bytes ? 'bytes' : 'string',
    labels,
    scope,
    ...(blocked === undefined ? {} : { blocked: { code: blocked } }),
    ...(use === undefined ? {} : { use }),
    ...(node.name === 'String' && isKey(file, node) ? { keys: [shape.body] } : {}),
    ...(isJoined(file, node) ? { joined: true } : {}),
    ...(isContinued(file, node) ? { continued: true } : {}),
  };
}

/** Whether an adjacent token or the left side of a `+` stands directly before the token. */
function isJoined(file: SourceFile, node: SyntaxNode): boolean {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    const first = same(parent.firstChild, child);
    if (parent.name === 'ContinuedString') {
      if (!first) return true;
    } else if (parent.name === 'BinaryExpression') {
      if (!first) return operatorOf(file, parent) === '+';
    } else if (parent.name !== 'ParenthesizedExpression') return false;
  }
  return false;
}
