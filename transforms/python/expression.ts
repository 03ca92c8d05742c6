import type { SyntaxNode } from '@lezer/common';
import { isConstant } from '../../src/core/constant-names.ts';
import { partitionPoint } from '../../src/core/partition-point.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { shapeOf } from './parse/string-shape.ts';
import { children, rememberedOfLarge, same, textOf } from './parse/tree.ts';

/** One argument of a call, in a call, class or decorator. */
export interface Argument {
  readonly keyword?: string;
  readonly value: SyntaxNode;
  readonly start: number;
  readonly end: number;
}

const argumentsIn = rememberedOfLarge((list, file: SourceFile) => readArguments(file, list));

/** The arguments of an `ArgList`, in order. */
export function argumentsOf(file: SourceFile, list: SyntaxNode): readonly Argument[] {
  return argumentsIn(list, file);
}

/** Which argument holds a node; -1: none. */
export function argumentIndex(args: readonly Argument[], node: SyntaxNode): number {
  const at = partitionPoint(args.length, (index) => args[index]!.end < node.to);
  const found = args[at];
  return found && found.start <= node.from && node.to <= found.end ? at : -1;
}

function readArguments(file: SourceFile, list: SyntaxNode): Argument[] {
  const out: Argument[] = [];
  let parts: SyntaxNode[] = [];
  const finish = () => {
    const named = parts[1]?.name === 'AssignOp' && textOf(file, parts[1]) === '=';
    const value = named ? parts[2] : /^\*\*?$/.test(parts[0]?.name ?? '') ? parts[1] : parts[0];
    if (value) {
      const span = { value, start: parts[0]!.from, end: parts.at(-1)!.to };
      out.push(named ? { keyword: textOf(file, parts[0]!), ...span } : span);
    }
    parts = [];
  };
  for (const child of children(list).slice(1)) {
    if (child.name === ',' || child.name === ')') finish();
    else parts.push(child);
  }
  return out;
}

/** The names by which an `ArgList`'s function is called, last attribute first: `httpx.get(…)` gives `get`, `httpx`. */
export function calleeNames(file: SourceFile, list: SyntaxNode, constants?: ReadonlySet<string>): string[] {
  const owner = list.parent;
  if (!owner) return [];
  if (owner.name === 'CallExpression') return owner.firstChild ? namesOf(file, owner.firstChild, constants) : [];
  return children(owner)
    .filter((node) => node.to <= list.from && /^(VariableName|PropertyName)$/.test(node.name))
    .map((node) => textOf(file, node))
    .reverse();
}

/** The names that an expression is known by, nearest first: `self.api_url` gives `api_url`, `self`; `os.environ["X"]` gives `X`, `environ`. What ends in a constant is a text, and has none. */
export function namesOf(file: SourceFile, node: SyntaxNode, constants?: ReadonlySet<string>): string[] {
  switch (node.name) {
    case 'VariableName':
    case 'PropertyName': {
      const name = textOf(file, node);
      return constants?.has(name) ? [] : [name];
    }
    case 'String': {
      const { body } = shapeOf(file.text, node.from, node.to);
      const text = file.text.slice(body.start, body.end);
      // An address or a sentence names nothing.
      return /^[\w$:-]+(\.[\w$:-]+)?$/.test(text) ? [text] : [];
    }
    case 'MemberExpression': {
      if (isConstant(textOf(file, node), constants)) return [];
      const parts = children(node);
      const object = namesOf(file, parts[0]!, constants).slice(0, 1);
      const member = parts.find((part, i) => i > 0 && /^(PropertyName|String|VariableName)$/.test(part.name));
      if (member?.name === 'PropertyName' && constants?.has(textOf(file, member))) return [];
      return member ? [...namesOf(file, member, constants), ...object] : object;
    }
    case 'CallExpression':
    case 'AwaitExpression':
    case 'ParenthesizedExpression': {
      const inner = children(node).find((child) => child.type.is('Expression'));
      return inner ? namesOf(file, inner, constants) : [];
    }
    default:
      return [];
  }
}

/** The operator between the operands of a binary expression, its words joined by one blank: `+`, `not in`. */
export function operatorOf(file: SourceFile, binary: SyntaxNode): string {
  return children(binary)
    .slice(1, -1)
    .map((node) => textOf(file, node))
    .join(' ');
}

/** The largest expression around a text that is still one text: adjacent parts, parentheses, `+` and `%`. */
export function wholeText(file: SourceFile, node: SyntaxNode): SyntaxNode {
  let whole = node;
  for (let parent = whole.parent; parent; parent = whole.parent) {
    const through =
      parent.name === 'ContinuedString' ||
      parent.name === 'ParenthesizedExpression' ||
      (parent.name === 'BinaryExpression' && /^[+%]$/.test(operatorOf(file, parent)));
    if (!through) break;
    whole = parent;
  }
  return whole;
}

/** Whether the node stands in the brackets of a subscript, and not before them. */
export function isSubscript(member: SyntaxNode, child: SyntaxNode): boolean {
  return member.name === 'MemberExpression' && !same(member.firstChild, child);
}

/** Whether a node may have targets that run through something: a loop, a comprehension, or the arguments that are one. */
export function isLoop(node: SyntaxNode): boolean {
  return /^For|Comprehension|^ArgList$/.test(node.name);
}

/** The nodes of a statement's or comprehension's targets: what stands before the last `=`, between `for` and `in`, or before `:=`. */
export function targetsOf(node: SyntaxNode): SyntaxNode[] {
  const parts = children(node);
  if (isLoop(node)) {
    const start = parts.findIndex((part) => part.name === 'for');
    if (start < 0) return [];
    const end = parts.findIndex((part, i) => i > start && part.name === 'in');
    return parts.slice(start + 1, end);
  }
  const last = parts.findLastIndex((part) => part.name === 'AssignOp' || part.name === 'UpdateOp');
  return parts.slice(0, Math.max(last, 0)).filter((part) => part.type.is('Expression'));
}

/** Names of the enclosing functions and classes, outermost first, joined by dots. */
export function scopeOf(file: SourceFile, node: SyntaxNode): string {
  const names: string[] = [];
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (/^(Function|Class)Definition$/.test(parent.name)) {
      const name = parent.getChild('VariableName');
      if (name) names.unshift(textOf(file, name));
    }
  }
  return names.join('.');
}
