import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentIndex, argumentsOf, calleeNames, isLoop, isSubscript, namesOf, operatorOf, targetsOf } from './expression.ts';
import { children, positionOf, same, textOf } from './parse/tree.ts';

/** Names that stand for a text of the domain module. */
type Constants = ReadonlySet<string> | undefined;

/** The names that say what the text at `node` is, nearest first, up to its statement; a returned or default text has its function's name too. A constant beside it is as good as a text. */
export function labelsOf(file: SourceFile, node: SyntaxNode, constants?: ReadonlySet<string>): string[] {
  const labels: string[] = [];
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    labels.push(...labelsIn(file, parent, child, constants));
    if (parent.type.is('Statement') || parent.name === 'MatchClause') break;
  }
  return labels;
}

function labelsIn(file: SourceFile, parent: SyntaxNode, child: SyntaxNode, constants: Constants): string[] {
  switch (parent.name) {
    case 'DictionaryExpression':
    case 'DictionaryComprehensionExpression':
      return [...keyOf(file, parent, child, constants), ...retiredSibling(file, parent), ...loopTargets(file, parent, child)];
    case 'TupleExpression':
      return firstOf(file, parent, child, constants);
    case 'ArgList':
      return [...argumentLabels(file, parent, child, constants), ...loopTargets(file, parent, child)];
    case 'ParamList':
      return [...parameter(file, parent, child), ...functionName(file, parent)];
    case 'BinaryExpression':
      return comparedName(file, parent, child, constants);
    case 'MemberExpression':
      return isSubscript(parent, child) && parent.firstChild ? namesOf(file, parent.firstChild) : [];
    case 'AssignStatement':
    case 'UpdateStatement':
    case 'NamedExpression':
      return targetsOf(parent)
        .filter((target) => !same(target, child))
        .flatMap((target) => namesOf(file, target, target.getChild('[') ? constants : undefined));
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
      return subject ? namesOf(file, subject, constants) : [];
    }
    default:
      return [];
  }
}

/** The key of the entry whose value the child is. */
function keyOf(file: SourceFile, dictionary: SyntaxNode, child: SyntaxNode, constants: Constants): string[] {
  const parts = children(dictionary);
  const at = positionOf(child, parts);
  return parts[at - 1]?.name === ':' && parts[at - 2] ? namesOf(file, parts[at - 2]!, constants) : [];
}

/** A dictionary with more parts, of four to an entry, is a table of many things and not the description of one. */
const LARGEST_RECORD = 160;

/** What the entries beside the child say of it when they say that it is retired: `"status": "deprecated"`. */
function retiredSibling(file: SourceFile, dictionary: SyntaxNode): string[] {
  const parts = children(dictionary);
  if (parts.length > LARGEST_RECORD) return [];
  return parts.flatMap((part, at) => {
    if (parts[at + 1]?.name !== ':' || part.name !== 'String' || !/^["'](?:\w*_)?(?:status|state)["']$/.test(textOf(file, part)))
      return [];
    const names = parts[at + 2] ? namesOf(file, parts[at + 2]!) : [];
    return names.filter((name) => /^(?:deprecated|obsolete|legacy|retired|superseded)$/i.test(name));
  });
}

/** In a pair or row, the first item names the others: `("host", "…")`, `(config.api_url, "…")`. */
function firstOf(file: SourceFile, tuple: SyntaxNode, child: SyntaxNode, constants: Constants): string[] {
  const first = children(tuple).find((part) => part.type.is('Expression'));
  return first && !same(first, child) ? namesOf(file, first, constants) : [];
}

function argumentLabels(file: SourceFile, list: SyntaxNode, child: SyntaxNode, constants: Constants): string[] {
  const args = argumentsOf(file, list);
  const index = argumentIndex(args, child);
  const keyword = args[index]?.keyword;
  const first =
    index > 0 && args[0]?.keyword === undefined && args[0]?.value.name === 'String' ? namesOf(file, args[0].value) : [];
  const names = calleeNames(file, list, constants);
  const compared = /^assert/i.test(names[0] ?? '')
    ? args.flatMap(({ value }, at) => (at === index ? [] : namesOf(file, value, constants).slice(0, 1)))
    : [];
  return [...(keyword === undefined ? [] : [keyword]), ...first, ...compared, ...names];
}

function parameter(file: SourceFile, list: SyntaxNode, child: SyntaxNode): string[] {
  const names = children(list).filter((part) => part.name === 'VariableName' && part.to <= child.from);
  return names.length > 0 ? [textOf(file, names.at(-1)!)] : [];
}

function comparedName(file: SourceFile, binary: SyntaxNode, child: SyntaxNode, constants: Constants): string[] {
  if (!/^([=!]=|is|in|is not|not in)$/.test(operatorOf(file, binary))) return [];
  const other = same(binary.firstChild, child) ? binary.lastChild : binary.firstChild;
  return other && !/String$/.test(other.name) ? namesOf(file, other, constants) : [];
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
