import type { SyntaxNode, Tree } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { children, same, textOf } from './parse/tree.ts';

/** The places where a name stands as a variable: not as keyword argument, attribute, or within a text. */
export function occurrencesOf(file: SourceFile, tree: Tree, name: string): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let at = file.text.indexOf(name); at >= 0; at = file.text.indexOf(name, at + name.length)) {
    if (/[\p{L}\p{N}_]/u.test(file.text[at - 1] ?? '') || /[\p{L}\p{N}_]/u.test(file.text[at + name.length] ?? '')) continue;
    const node = tree.resolveInner(at, 1);
    if (node.name === 'VariableName' && !isKeyword(file, node) && !isPathPart(node)) out.push(node);
  }
  return out;
}

/** Whether a name only leads to what is imported: `from a.b import …`, `b` in `import a.b`, and `c` in `import c as d`. */
function isPathPart(node: SyntaxNode): boolean {
  if (node.parent?.name !== 'ImportStatement') return false;
  return /^(from|\.+)$/.test(node.prevSibling?.name ?? '') || node.nextSibling?.name === 'as';
}

/** Whether a variable's name is the name of a keyword in a call or a class pattern. */
function isKeyword(file: SourceFile, node: SyntaxNode): boolean {
  if (node.parent?.name === 'KeywordPattern') return same(node.parent.firstChild, node);
  const next = node.nextSibling;
  return node.parent?.name === 'ArgList' && next?.name === 'AssignOp' && textOf(file, next) === '=';
}

/** Whether a variable is bound, deleted or declared at this place. What is not known for certain to be a mere use counts as binding. */
export function isBinding(file: SourceFile, node: SyntaxNode): boolean {
  if (/\W/.test(textOf(file, node))) return true;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    switch (parent.name) {
      case 'TupleExpression':
      case 'ArrayExpression':
      case 'ParenthesizedExpression':
        continue;
      case 'AssignStatement':
      case 'NamedExpression':
      case 'ArgList':
        return isBefore(parent, child, /^(AssignOp|TypeDef)$/);
      case 'UpdateStatement':
        return same(parent.firstChild, child);
      case 'ForStatement':
      case 'ComprehensionExpression':
      case 'ArrayComprehensionExpression':
      case 'SetComprehensionExpression':
      case 'DictionaryComprehensionExpression':
        return isLoopTarget(parent, child);
      case 'ParamList':
        return child.prevSibling?.name !== 'AssignOp';
      case 'WithStatement':
        return child.prevSibling?.name === 'as';
      case 'TryStatement':
        return /^(as|,)$/.test(child.prevSibling?.name ?? '');
      case 'ImportStatement':
      case 'ScopeStatement':
      case 'DeleteStatement':
      case 'CapturePattern':
      case 'AsPattern':
      case 'StarPattern':
      case 'MappingPattern':
      case 'TypeDefinition':
      case 'TypeParam':
      case 'FunctionDefinition':
      case 'ClassDefinition':
        return child.name !== 'ArgList';
      default:
        return false;
    }
  }
  return false;
}

function isBefore(parent: SyntaxNode, child: SyntaxNode, operator: RegExp): boolean {
  for (let next = child.nextSibling; next; next = next.nextSibling) {
    if (next.name === ',' && parent.name === 'ArgList') return false;
    if (operator.test(next.name)) return true;
  }
  return parent.name === 'ArgList' && isLoopTarget(parent, child);
}

/** Between `for` and `in`. */
function isLoopTarget(loop: SyntaxNode, child: SyntaxNode): boolean {
  let inside = false;
  for (const part of children(loop)) {
    if (part.name === 'for') inside = true;
    else if (part.name === 'in') inside = false;
    else if (same(part, child)) return inside;
  }
  return false;
}
