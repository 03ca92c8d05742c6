import type { SyntaxNode } from '@lezer/common';
import { OTHER, type Placed, unread, type Value } from '../../src/core/exported.ts';
import { argumentsOf } from './expression.ts';
import { children, textOf } from './parse/tree.ts';
import { type Context, lineOf, staticValue } from './static-value.ts';

const ENUM = /^(?:enum\.)?(?:Enum|StrEnum)$/;
const PLAIN_DECORATOR = /^@\s*(?:enum\.)?unique$/;
/** Methods by which an enumeration gives its members other values than those written. */
const CONSTRUCTORS = /^(?:__new__|__init__|_generate_next_value_|value|_value_|name|__getattribute__)$/;

/** The attributes of a plain class, or the members of an enumeration, each with its `value`. `statement` has the decorators. */
export function classValue(context: Context, statement: SyntaxNode, definition: SyntaxNode): Value {
  const { file } = context;
  const bases = baseNames(context, definition);
  if (statement.getChildren('Decorator').some((one) => !PLAIN_DECORATOR.test(textOf(file, one).trim())))
    return unread('a decorated class');
  const isEnum = bases.some((base) => ENUM.test(base));
  const rest = bases.filter((base) => !ENUM.test(base) && base !== (isEnum ? 'str' : 'object'));
  if (rest.length > 0) return unread(`a class of ${rest[0]}`);
  const body = definition.getChild('Body');
  const entries = new Map<string, Placed>();
  const raw = new Map<string, Value>();
  const inside: Context = { file, valueOf: (name) => raw.get(name) ?? context.valueOf(name) };
  for (const part of body ? children(body).slice(1) : []) {
    const fault = member(inside, part, isEnum, raw, entries);
    if (fault !== undefined) return unread(fault);
  }
  return { kind: 'group', by: 'attribute', entries };
}

function baseNames({ file }: Context, definition: SyntaxNode): string[] {
  const list = definition.getChild('ArgList');
  return list ? argumentsOf(file, list).map(({ start, end }) => file.text.slice(start, end)) : [];
}

/** Adds what one statement of the body binds; or says why the class as a whole is not known. */
function member(
  context: Context,
  part: SyntaxNode,
  isEnum: boolean,
  raw: Map<string, Value>,
  entries: Map<string, Placed>,
): string | undefined {
  const { file } = context;
  const definition = part.name === 'DecoratedStatement' ? (part.getChild('FunctionDefinition') ?? part) : part;
  switch (definition.name) {
    case 'FunctionDefinition': {
      const name = textOf(file, definition.getChild('VariableName')!);
      if (isEnum && CONSTRUCTORS.test(name)) return `an enumeration with a ${name} of its own`;
      entries.set(name, { line: lineOf(file, definition), value: OTHER });
      return undefined;
    }
    case 'AssignStatement': {
      const [target, ...others] = children(definition).filter(({ name }) => name !== 'TypeDef');
      if (others[0]?.name !== 'AssignOp') return others.length > 0 ? 'a class that unpacks values' : undefined;
      if (target?.name !== 'VariableName' || others.length !== 2) return 'a class that unpacks values';
      const name = textOf(file, target);
      const value = entries.has(name) ? unread('bound twice in its class') : staticValue(context, others[1]!);
      raw.set(name, value);
      const placed = { line: lineOf(file, target), value };
      if (!name.startsWith('_')) entries.set(name, isEnum && value.kind === 'text' ? memberOfEnum(placed) : placed);
      return undefined;
    }
    case 'ExpressionStatement':
    case 'PassStatement':
      return undefined;
    default:
      return 'a class that has to be run';
  }
}

/** A member is an object; its text is its `value`. */
function memberOfEnum(placed: Placed): Placed {
  return { line: placed.line, value: { kind: 'group', by: 'attribute', entries: new Map([['value', placed]]) } };
}
