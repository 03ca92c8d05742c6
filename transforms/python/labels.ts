import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../../src/types.ts';
import { argumentIndex, argumentsOf, calleeNames, isLoop, isSubscript, namesOf, operatorOf, targetsOf } from './expression.ts';
import { children, positionOf, same, textOf } from './tree.ts';

/** The names that say what the text at `node` is, nearest first, up to its statement; a returned or default text has its function's name too. */
export function labelsOf(file: SourceFile, node: SyntaxNode): string[] {
  const labels: string[] = [];
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    labels.push(...labelsIn(file, parent, child));
    if (parent.type.is('Statement') || parent.name === 'MatchClause') break;
  }
  return labels;
}

function labelsIn(file: SourceFile, parent: SyntaxNode, child: SyntaxNode): string[] {
  switch (parent.name) {
    case 'DictionaryExpression':
    case 'DictionaryComprehensionExpression':
      return [...keyOf(file, parent, child), ...loopTargets(file, parent, child)];
    case 'ArgList':
      return [...argumentLabels(file, parent, child), ...loopTargets(file, parent, child)];
    case 'ParamList':
      return [...parameter(file, parent, child), ...functionName(file, parent)];
    case 'BinaryExpression':
      return comparedName(file, parent, child);
    case 'MemberExpression':
      return isSubscript(parent, child) && parent.firstChild ? namesOf(file, parent.firstChild) : [];
    case 'AssignStatement':
    case 'UpdateStatement':
    case 'NamedExpression':
      return targetsOf(parent)
        .filter((target) => !same(target, child))
        .flatMap((target) => namesOf(file, target));
    case 'ForStatement':
    case 'ComprehensionExpression':
    case 'ArrayComprehensionExpression':
    case 'SetComprehensionExpression':
      return loopTargets(file, parent, child);
    case 'ReturnStatement':
    case 'YieldStatement':
    case 'YieldExpression':
      return functionName(file, parent);
    case 'MatchClause': {
      const match = parent.parent?.parent;
      const subject = match ? children(match)[1] : undefined;
      return subject ? namesOf(file, subject) : [];
    }
    default:
      return [];
  }
}

/** The key of the entry whose value the child is. */
function keyOf(file: SourceFile, dictionary: SyntaxNode, child: SyntaxNode): string[] {
  const parts = children(dictionary);
  const at = positionOf(child, parts);
  return parts[at - 1]?.name === ':' && parts[at - 2] ? namesOf(file, parts[at - 2]!) : [];
}

function argumentLabels(file: SourceFile, list: SyntaxNode, child: SyntaxNode): string[] {
  const args = argumentsOf(file, list);
  const index = argumentIndex(args, child);
  const keyword = args[index]?.keyword;
  const first =
    index > 0 && args[0]?.keyword === undefined && args[0]?.value.name === 'String' ? namesOf(file, args[0].value) : [];
  return [...(keyword === undefined ? [] : [keyword]), ...first, ...calleeNames(file, list)];
}

function parameter(file: SourceFile, list: SyntaxNode, child: SyntaxNode): string[] {
  const names = children(list).filter((part) => part.name === 'VariableName' && part.to <= child.from);
  return names.length > 0 ? [textOf(file, names.at(-1)!)] : [];
}

function comparedName(file: SourceFile, binary: SyntaxNode, child: SyntaxNode): string[] {
  if (!/^([=!]=|is|in|is not|not in)$/.test(operatorOf(file, binary))) return [];
  const other = same(binary.firstChild, child) ? binary.lastChild : binary.firstChild;
  return other && !/String$/.test(other.name) ? namesOf(file, other) : [];
}

/** `for url in ["…"]`: the text is one of what the target runs through. */
function loopTargets(file: SourceFile, loop: SyntaxNode, child: SyntaxNode): string[] {
  const targets = isLoop(loop) ? targetsOf(loop) : [];
  const last = targets.at(-1);
  return last && child.from > last.to ? targets.flatMap((target) => namesOf(file, target)) : [];
}

function functionName(file: SourceFile, node: SyntaxNode): string[] {
  for (let parent = node.parent; parent; parent = parent.parent) {
    if (parent.name === 'LambdaExpression' || parent.name === 'ClassDefinition') return [];
    if (parent.name === 'FunctionDefinition') {
      const name = parent.getChild('VariableName');
      return name ? [textOf(file, name)] : [];
    }
  }
  return [];
}
