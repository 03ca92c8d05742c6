import type { SyntaxNode } from '@lezer/common';
import type { Literal, Relation } from '../../src/types/language.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentIndex, argumentsOf, calleeNames, operatorOf, wholeText } from './expression.ts';
import { flows } from './flow.ts';
import { children, positionOf, same, textOf } from './parse/tree.ts';
import type { Placed } from './placed.ts';

/** A group that a literal belongs to; `side` tells the halves of an equality apart. */
interface Membership {
  readonly kind: Relation['kind'];
  readonly id: string;
  readonly side?: number;
}

/** How the literals of one file bear on each other; only relations of two or more literals that hold hits. */
export function relationsOf(file: SourceFile, placed: readonly Placed[]): Relation[] {
  const groups = new Map<string, { kind: Relation['kind']; members: Literal[]; sides: Set<number> }>();
  for (const { literal, node } of placed) {
    for (const { kind, id, side = -1 } of membershipsOf(file, node)) {
      const key = `${kind} ${id}`;
      const group = groups.get(key) ?? { kind, members: [], sides: new Set<number>() };
      if (group.members.at(-1) !== literal) group.members.push(literal);
      group.sides.add(side);
      groups.set(key, group);
    }
  }
  const relations: Relation[] = [];
  for (const { kind, members, sides } of groups.values()) {
    if (members.length > 1 && (kind !== 'compared' || sides.size > 1)) relations.push({ kind, members });
  }
  return [...relations, ...flows(file, placed)];
}

function membershipsOf(file: SourceFile, node: SyntaxNode): Membership[] {
  const out: Membership[] = [];
  const isPart = node.parent?.name === 'ContinuedString' && !same(node.parent.firstChild, node);
  const whole = wholeText(file, node);
  if (whole.parent && !isPart) out.push(...directly(file, whole.parent, whole));
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.name === 'BinaryExpression') out.push(...operand(file, parent, child));
    else if (parent.name === 'ConditionalExpression' && !same(children(parent)[2], child)) {
      out.push({ kind: 'alternatives', id: `${parent.from} if` });
    } else if (parent.name === 'ArgList') out.push(...expectation(file, parent, child));
    else if (/^(Lambda|Dictionary)/.test(parent.name) || parent.type.is('Statement')) break;
  }
  return out;
}

/** The groups of a text that is itself an item, key, value, argument or case. */
function directly(file: SourceFile, parent: SyntaxNode, whole: SyntaxNode): Membership[] {
  switch (parent.name) {
    case 'DictionaryExpression': {
      const parts = children(parent);
      const at = positionOf(whole, parts);
      if (parts[at + 1]?.name === ':')
        return [
          { kind: 'keys', id: `${parent.from}` },
          { kind: 'alternatives', id: `${whole.from} entry` },
        ];
      return parts[at - 1]?.name === ':' ? [{ kind: 'alternatives', id: `${parts[at - 2]?.from} entry` }] : [];
    }
    case 'SetExpression':
      return [
        { kind: 'keys', id: `${parent.from}` },
        { kind: 'alternatives', id: `${parent.from} items` },
      ];
    case 'ArrayExpression':
    case 'TupleExpression': {
      const items: Membership = { kind: 'alternatives', id: `${parent.from} items` };
      const list = parent.parent;
      const parametrized = list?.name === 'ArgList' && calleeNames(file, list)[0] === 'parametrize';
      return parametrized ? [items, { kind: 'keys', id: `${parent.from} parametrize` }] : [items];
    }
    case 'LiteralPattern': {
      let match: SyntaxNode | null = parent.parent;
      while (match && match.name !== 'MatchStatement') match = match.parent;
      return match ? [{ kind: 'keys', id: `${match.from} match` }] : [];
    }
    case 'AssignStatement': {
      const body = parent.parent;
      const bases = body?.parent?.name === 'ClassDefinition' ? body.parent.getChild('ArgList') : null;
      return bases && /(Enum|Flag)\b/.test(textOf(file, bases)) ? [{ kind: 'keys', id: `${body!.from} enum` }] : [];
    }
    case 'ArgList':
      return [{ kind: 'alternatives', id: `${parent.from} arguments` }];
    default:
      return [];
  }
}

function operand(file: SourceFile, binary: SyntaxNode, child: SyntaxNode): Membership[] {
  const side = same(binary.firstChild, child) ? 0 : 1;
  const operator = operatorOf(file, binary);
  if (operator === 'or') {
    let top = binary;
    while (top.parent?.name === 'BinaryExpression' && operatorOf(file, top.parent) === 'or') top = top.parent;
    return [{ kind: 'alternatives', id: `${top.from} or` }];
  }
  return /^([=!]=|in|not in|is|is not)$/.test(operator) ? [{ kind: 'compared', id: `${binary.from}-${binary.to}`, side }] : [];
}

/** `assertEqual(a, b)`: its arguments are the sides. */
function expectation(file: SourceFile, list: SyntaxNode, child: SyntaxNode): Membership[] {
  if (!/^assert/i.test(calleeNames(file, list)[0] ?? '')) return [];
  const side = argumentIndex(argumentsOf(file, list), child);
  return [{ kind: 'compared', id: `${list.from} assert`, side }];
}
