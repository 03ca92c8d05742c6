import type { SyntaxNode } from '@lezer/common';
import {
  broughtBy,
  fromEnvironment,
  joined,
  memberOf,
  OTHER,
  otherwise,
  type Placed,
  unread,
  type Value,
} from '../../src/core/exported.ts';
import { lineStarts, positionAt } from '../../src/core/positions.ts';
import { remembering } from '../../src/core/remembering.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentsOf, operatorOf } from './expression.ts';
import { shapeOf } from './parse/string-shape.ts';
import { children, textOf } from './parse/tree.ts';
import { decode } from './text-value.ts';

/** What expressions of one file are evaluated with. */
export interface Context {
  readonly file: SourceFile;
  /** The value of a name at this place; undefined where it is not known. */
  readonly valueOf: (name: string) => Value | undefined;
}

const READS = /^(?:(?:os\.)?environ\.get|(?:os\.)?getenv)$/;
const NO_TEXT =
  /^(?:Boolean|None|ArrayExpression|TupleExpression|SetExpression|ArrayComprehensionExpression|SetComprehensionExpression|LambdaExpression|Ellipsis|UnaryExpression)$/;

/** The value of an expression, as far as that is certain without running it. */
export function staticValue(context: Context, node: SyntaxNode): Value {
  const { file } = context;
  switch (node.name) {
    case 'String':
      return textValue(file, node);
    case 'FormatString':
      return formatValue(context, node);
    case 'ContinuedString':
      return joined(children(node).map((part) => staticValue(context, part)));
    case 'ParenthesizedExpression':
      return staticValue(context, children(node)[1]!);
    case 'Number':
      return /^(?:0|[1-9]\d*)$/.test(textOf(file, node)) ? { kind: 'number', text: textOf(file, node) } : OTHER;
    case 'VariableName':
      return context.valueOf(textOf(file, node)) ?? unread(`${textOf(file, node)} is not known here`);
    case 'MemberExpression':
      return memberValue(context, node);
    case 'BinaryExpression':
      return binaryValue(context, node);
    case 'DictionaryExpression':
      return dictionaryValue(context, node);
    case 'CallExpression':
      return callValue(context, node);
    case 'ConditionalExpression':
      return unread('depends on a condition');
    default:
      return NO_TEXT.test(node.name) ? OTHER : unread('an expression that has to be run');
  }
}

function textValue(file: SourceFile, node: SyntaxNode): Value {
  const shape = shapeOf(file.text, node.from, node.to);
  return shape.bytes ? OTHER : certain(decode(file.text.slice(shape.body.start, shape.body.end), shape));
}

/** A character by its name is marked by U+FFFF. */
function certain(text: string): Value {
  return text.includes('\uFFFF') ? unread('a character by its name') : { kind: 'text', text };
}

function formatValue(context: Context, node: SyntaxNode): Value {
  const { text } = context.file;
  const shape = shapeOf(text, node.from, node.to);
  const parts: Value[] = [];
  let at = shape.body.start;
  for (const field of node.getChildren('FormatReplacement')) {
    parts.push(certain(decode(text.slice(at, field.from), shape)), fieldValue(context, field));
    at = field.to;
  }
  return joined([...parts, certain(decode(text.slice(at, shape.body.end), shape))]);
}

function fieldValue(context: Context, field: SyntaxNode): Value {
  const [, inner, end, more] = children(field);
  return inner && end?.name === '}' && !more ? staticValue(context, inner) : unread('a field with a format');
}

function memberValue(context: Context, node: SyntaxNode): Value {
  const { file } = context;
  if (/^(?:os\.)?environ\[/.test(textOf(file, node))) {
    const key = children(node)[2];
    const variable = key && staticValue(context, key);
    return variable?.kind === 'text' ? fromEnvironment(variable.text, undefined) : unread('read from the environment');
  }
  const [object, mark, member, end, more] = children(node);
  if (!object || !member || more) return unread('an expression that has to be run');
  if (mark?.name === '.') return memberOf(staticValue(context, object), textOf(file, member));
  const key = end?.name === ']' ? staticValue(context, member) : OTHER;
  return key.kind === 'text' ? memberOf(staticValue(context, object), key.text) : unread('a key that is not known here');
}

function binaryValue(context: Context, node: SyntaxNode): Value {
  const [left, right] = [node.firstChild!, node.lastChild!];
  switch (operatorOf(context.file, node)) {
    case '+':
      return joined([staticValue(context, left), staticValue(context, right)]);
    case 'or':
      return otherwise(staticValue(context, left), staticValue(context, right));
    default:
      return unread('an expression that has to be run');
  }
}

/** Entries in order, so that a later one takes the place of an earlier; what is spread and not known may take the place of all before it. */
function dictionaryValue(context: Context, node: SyntaxNode): Value {
  const entries = new Map<string, Placed>();
  const parts = children(node).slice(1, -1);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at]!;
    if (part.name === ',') continue;
    const line = lineOf(context.file, part);
    const isSpread = part.name === '**';
    const given = staticValue(context, isSpread ? parts[++at]! : part);
    if (isSpread && given.kind === 'group')
      for (const [key, entry] of given.entries) entries.set(key, broughtBy(line, entry.value));
    else if (!isSpread && given.kind === 'text' && given.unless === undefined)
      entries.set(given.text, { line, value: staticValue(context, parts[at + 2]!) });
    else if (isSpread || given.kind !== 'number')
      for (const [key, entry] of entries) entries.set(key, { ...entry, value: unread('may be replaced by a later entry') });
    if (!isSpread) at += 2;
  }
  return { kind: 'group', by: 'key', entries };
}

function callValue(context: Context, node: SyntaxNode): Value {
  const callee = textOf(context.file, node.firstChild!);
  const args = argumentsOf(context.file, node.lastChild!);
  if (READS.test(callee)) {
    const [name, fallback] = args.map(({ value }) => staticValue(context, value));
    return name?.kind === 'text' ? fromEnvironment(name.text, fallback) : unread('read from the environment');
  }
  const [only] = args;
  if (/^(?:types\.)?MappingProxyType$/.test(callee) && args.length === 1) return staticValue(context, only!.value);
  return /^(?:enum\.)?auto$/.test(callee) ? OTHER : unread(`a call of ${callee.split(/[\s(]/, 1)[0]}`);
}

/** 1-based. */
export function lineOf(file: SourceFile, node: SyntaxNode): number {
  return positionAt(startsOf(file), node.from).line;
}

const startsOf = remembering(({ text }: SourceFile) => lineStarts(text));
