import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { children, same, textOf } from './parse/tree.ts';

const CHANGING =
  /^(?:update|setdefault|pop|popitem|clear|append|extend|insert|remove|add|discard|sort|reverse|__(?:set|del)(?:item|attr)__)$/;
/** Calls that change their first argument: `setattr(Hosts, …)`, `patch.dict(DOMAINS, …)`. */
const ON_ARGUMENT = /(?:^|\.)(?:setattr|delattr|setitem|delitem|patch\.dict|patch\.object|patch\.multiple)$/;

/** Whether what a name stands for is changed at this place: a part of it assigned or deleted, or a call made that changes it. */
export function isChanged(file: SourceFile, name: SyntaxNode): boolean {
  let node = name;
  while (node.parent?.name === 'MemberExpression' && same(node.parent.firstChild, node)) node = node.parent;
  const { parent } = node;
  if (!parent) return false;
  if (parent.name === 'CallExpression' && same(parent.firstChild, node)) return CHANGING.test(lastName(file, node));
  if (parent.name === 'ArgList') {
    const callee = parent.parent?.name === 'CallExpression' ? parent.parent.firstChild : null;
    return same(children(parent)[1], node) && callee !== null && ON_ARGUMENT.test(textOf(file, callee));
  }
  return !same(node, name) && isTarget(node);
}

function lastName(file: SourceFile, member: SyntaxNode): string {
  const last = member.lastChild;
  return last?.name === 'PropertyName' ? textOf(file, last) : '';
}

/** Whether a member stands where a value is assigned to it, or where it is deleted. */
function isTarget(member: SyntaxNode): boolean {
  let child = member;
  for (let parent = child.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.name) {
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
        continue;
      case 'DeleteStatement':
        return true;
      case 'UpdateStatement':
        return same(parent.firstChild, child);
      case 'AssignStatement':
        return behind(child).some(({ name }) => name === 'AssignOp');
      case 'WithStatement':
        return child.prevSibling?.name === 'as';
      case 'ForStatement':
        return behind(child).some(({ name }) => name === 'in');
      default:
        return false;
    }
  }
  return false;
}

function behind(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let next = node.nextSibling; next; next = next.nextSibling) out.push(next);
  return out;
}
