import { type ChangedRange, type SyntaxNode, type SyntaxNodeRef, type Tree, TreeFragment } from '@lezer/common';
import { parser } from '@lezer/python';
import { partitionPoint } from '../../../src/core/partition-point.ts';
import { remembered, remembering } from '../../../src/core/remembering.ts';
import { tooDeep } from '../../../src/core/too-deep.ts';
import type { Origin } from '../../../src/types/language.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { mend } from './mend.ts';
import { reusable } from './reusable.ts';
import { shapeOf } from './string-shape.ts';

/** A file's syntax tree with the offsets of what Python 3 would not accept, in order. */
export interface Parsed {
  readonly tree: Tree;
  readonly faults: readonly number[];
  /** Whether the parser saw the very text, and not one that was mended for it. */
  readonly exact: boolean;
}

/** The tree of a file, parsed once per `SourceFile` object; offsets are those of `file.text`. */
export const parse: (file: SourceFile) => Parsed = remembering(({ text }: SourceFile) => parseSource(text));

/** The tree of a file that was made of another one by edits: what they leave is taken from the other one's tree. */
export function parseAgain(file: SourceFile, { file: origin, edits }: Origin): Parsed {
  const known = parse(origin);
  if (!known.exact) return parse(file);
  let shift = 0;
  const changes = edits.map(({ start, end, text }): ChangedRange => {
    const from = start + shift;
    shift += text.length - (end - start);
    return { fromA: start, toA: end, fromB: from, toB: from + text.length };
  });
  const parsed = parseText(file.text, TreeFragment.applyChanges(TreeFragment.addTree(reusable(known.tree)), changes));
  return parsed.faults.length === 0 ? { ...parsed, exact: true } : parse(file);
}

/** The tree of a text that is no file of its own; nothing is remembered. Throws what `isTooDeep` names. */
export function parseSource(source: string): Parsed {
  // The grammar takes a line continuation for one character, so `\` CRLF is offered to it as ` \` LF, at the same length.
  let text = source.includes('\r\n') ? source.replace(/\\\r\n/g, ' \\\n').replace(/\r\n/g, ' \n') : source;
  let parsed = parseText(text);
  for (let round = 0; parsed.faults.length > 0 && round < 3; round++) {
    const mended = mend(text);
    if (mended === text) break;
    text = mended;
    parsed = parseText(text);
  }
  return { ...parsed, exact: text === source };
}

/** Nodes in each other. The parser gives up at a few thousand, or before, where the stack of a thread ends. */
const DEEPEST = 1000;

function parseText(text: string, fragments: readonly TreeFragment[] = []): Omit<Parsed, 'exact'> {
  const tree = parser.parse(text, fragments);
  const faults: number[] = [];
  let depth = 0;
  tree.iterate({
    enter(node) {
      if (++depth > DEEPEST) throw tooDeep();
      if (isFault(text, node)) faults.push(node.from);
    },
    leave() {
      depth--;
    },
  });
  return { tree, faults };
}

function isFault(text: string, ref: SyntaxNodeRef): boolean {
  switch (ref.name) {
    case '⚠':
      return !isBareYield(ref.node);
    case 'PrintStatement':
      return true;
    case 'String':
    case 'FormatString':
      return !isClosed(text, ref.from, ref.to);
    case 'CompareOp':
      return text.slice(ref.from, ref.to) === '<>';
    case 'TryStatement':
    case 'RaiseStatement':
      return ref.node.getChild(',') !== null;
    case 'Body':
    case 'Script':
      return !isAligned(text, ref.node);
    case 'DeleteStatement':
      return holdsText(ref.node);
    case 'AssignStatement':
    case 'UpdateStatement':
    case 'NamedExpression':
    case 'ForStatement':
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
    case 'DictionaryComprehensionExpression':
      return bindsText(ref.node);
    default:
      return false;
  }
}

/** Whether a text stands as a target: before an `=`, between `for` and `in`. The grammar takes it for an expression like any other. */
function bindsText(node: SyntaxNode): boolean {
  let text = false;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'for') text = false;
    else if (!/^(?:AssignOp|UpdateOp|in)$/.test(child.name)) text ||= isText(child);
    else if (text) return true;
  }
  return false;
}

function holdsText(node: SyntaxNode): boolean {
  for (let child = node.firstChild; child; child = child.nextSibling) if (isText(child)) return true;
  return false;
}

function isText(node: SyntaxNode): boolean {
  if (/^(?:String|FormatString|ContinuedString)$/.test(node.name)) return true;
  return /^(?:Tuple|Array|Parenthesized)Expression$/.test(node.name) && holdsText(node);
}

/** The grammar demands an operand after `yield`; Python does not. */
function isBareYield(node: SyntaxNode): boolean {
  let before = node.prevSibling;
  while (before?.name === 'Comment') before = before.prevSibling;
  return node.from === node.to && before?.name === 'yield' && /^Yield/.test(node.parent?.name ?? '');
}

/** The grammar ends an open string at the end of its line without a word. */
function isClosed(text: string, from: number, to: number): boolean {
  const { body, quote } = shapeOf(text, from, to);
  return body.start <= body.end && text.startsWith(quote, body.end) && body.end + quote.length === to;
}

/** The grammar skips unexpected indentation. */
function isAligned(text: string, block: SyntaxNode): boolean {
  let column = block.name === 'Script' ? 0 : -1;
  for (let node = block.firstChild; node; node = node.nextSibling) {
    if (!node.type.is('Statement') && node.name !== 'MatchClause') continue;
    const indent = indentBefore(text, node.from);
    if (indent === undefined) continue;
    if (column < 0) column = indent;
    else if (indent !== column) return false;
  }
  return true;
}

const TAB = 9;
const LF = 10;
const FF = 12;
const CR = 13;
const SPACE = 32;

/** Columns before the offset (a tab ends at a multiple of eight), or undefined where something else stands before it on its line. */
function indentBefore(text: string, offset: number): number | undefined {
  let start = offset;
  let blank = true;
  for (; start > 0; start--) {
    const c = text.charCodeAt(start - 1);
    if (c === LF || c === CR) break;
    if (c !== SPACE && c !== TAB && c !== FF) return undefined;
    blank &&= c === SPACE;
  }
  if (/\\[\r\n]+$/.test(text.slice(Math.max(0, start - 3), start))) return undefined;
  if (blank) return offset - start;
  let width = 0;
  for (const c of text.slice(start, offset)) width = c === '\t' ? width + 8 - (width % 8) : c === '\f' ? 0 : width + 1;
  return width;
}

/** The children of a node without comments and error marks. A list of thousands is asked for by each of its items. */
export const children: (node: SyntaxNode) => readonly SyntaxNode[] = rememberedOfLarge(readChildren);

/** Characters from which a node is so large that what is found in it is remembered. */
const LARGE = 400;

/** Makes a function that remembers its answer for large nodes, by the tree that a node belongs to: another one may hold the same part elsewhere. */
export function rememberedOfLarge<V, A extends unknown[]>(
  answer: (node: SyntaxNode, ...rest: A) => V,
): (node: SyntaxNode, ...rest: A) => V {
  const answersOf = remembering((_: Tree) => new Map<Tree, V>());
  return (node, ...rest) => {
    if (!node.tree || node.to - node.from < LARGE) return answer(node, ...rest);
    return remembered(answersOf(rootOf(node)), node.tree, () => answer(node, ...rest));
  };
}

function rootOf(node: SyntaxNode): Tree {
  let at = node;
  for (let up = at.parent; up; up = up.parent) at = up;
  return at.tree!;
}

/** The position of a node among its parent's `children`; -1 for a comment or an error mark. */
export function positionOf(node: SyntaxNode, siblings: readonly SyntaxNode[]): number {
  let at = partitionPoint(siblings.length, (index) => siblings[index]!.from < node.from);
  while (at < siblings.length && siblings[at]!.from === node.from && !same(siblings[at], node)) at++;
  return same(siblings[at], node) ? at : -1;
}

function readChildren(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment' && !child.type.isError) out.push(child);
  }
  return out;
}

/** Whether two node objects stand for the same node; the parser makes a new object on each visit. */
export function same(a: SyntaxNode | null | undefined, b: SyntaxNode | null | undefined): boolean {
  return !!a && !!b && a.from === b.from && a.to === b.to && a.type.id === b.type.id;
}

/** Offset after the last token of a node, without the comments and line breaks that the tree counts to a block. */
export function endOf(node: SyntaxNode): number {
  const last = children(node).at(-1);
  return last && node.name !== 'String' && node.name !== 'FormatString' ? endOf(last) : node.to;
}

/** The text of a node as it stands in the file. */
export function textOf(file: SourceFile, node: SyntaxNode): string {
  return file.text.slice(node.from, node.to);
}
