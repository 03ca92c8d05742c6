import { partitionPoint } from '../../src/core/partition-point.ts';
import type { Literal, Reading } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { blockedReason } from './blocked.ts';
import { isKey } from './key.ts';
import { labelsOf } from './labels.ts';
import { child, holds, type Node } from './parse/node.ts';
import { isTree, parse } from './parse/parse.ts';
import { relationsOf } from './relations.ts';
import { scopeOf } from './scope.ts';
import { bodyOf, type Site, siteAt } from './site.ts';
import { useOf } from './use.ts';

/** The literals of the hits; one per comment, string, template, JSX text or pattern. */
export function read(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading {
  const tree = parse(file);
  if (!isTree(tree)) return { literals: [], relations: [], failure: tree.failure };
  const literals = new Map<Node, Literal>();
  for (const hit of hits) {
    const comment = commentAt(tree.comments, hit) ?? hashbangAt(tree.program, hit);
    if (comment) {
      if (!literals.has(comment)) literals.set(comment, commentLiteral(comment, file));
      continue;
    }
    const site = siteAt(tree.program, hit);
    if (site && !literals.has(site.node)) literals.set(site.node, literalOf(site, file, constants));
  }
  const sorted = [...literals.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  return { literals: sorted, relations: relationsOf(sorted) };
}

function literalOf(site: Site, file: SourceFile, constants?: ReadonlySet<string>): Literal {
  const use = useOf(site);
  const blocked = blockedReason(site, file);
  return {
    span: { start: site.node.start, end: site.node.end },
    body: bodyOf(site),
    kind: 'string',
    labels: labelsOf(site.path, constants),
    scope: scopeOf(site.path),
    form: site,
    ...(use ? { use } : {}),
    ...(isKey(site) ? { keys: [bodyOf(site)] } : {}),
    ...(blocked ? { blocked } : {}),
    ...(isJoined(site) ? { joined: true } : {}),
    ...(site.kind === 'jsx-text' ? { shown: true, whole: site.path.at(-2)! } : {}),
  };
}

function commentLiteral(comment: Node, file: SourceFile): Literal {
  const { start, end } = comment;
  const closing = comment.type === 'CommentBlock' && file.text.startsWith('*/', end - 2) ? 2 : 0;
  return { span: { start, end }, body: { start: start + 2, end: end - closing }, kind: 'comment', labels: [], scope: '' };
}

function commentAt(comments: readonly Node[], hit: Span): Node | undefined {
  const found = comments[partitionPoint(comments.length, (index) => comments[index]!.end < hit.end)];
  return found && holds(found, hit) ? found : undefined;
}

function hashbangAt(program: Node, hit: Span): Node | undefined {
  const line = child(program, 'interpreter');
  return line && holds(line, hit) ? line : undefined;
}

/** True when the value of another expression stands directly before the text. */
function isJoined({ kind, node, path }: Site): boolean {
  const parent = path.at(-2);
  if (!parent) return false;
  if (kind === 'jsx-text') {
    const siblings = parent.children;
    const previous = Array.isArray(siblings) ? siblings[siblings.indexOf(node) - 1] : undefined;
    return (previous as Node | undefined)?.type === 'JSXExpressionContainer';
  }
  if (parent.type === 'BinaryExpression' && parent.operator === '+') {
    return (
      child(parent, 'right') === node ||
      (path.at(-3)?.type === 'BinaryExpression' && path.at(-3)?.operator === '+' && child(path.at(-3), 'right') === parent)
    );
  }
  const call = path.at(-2);
  return call?.type === 'CallExpression' && child(child(call, 'callee'), 'property')?.name === 'concat';
}
