import { child, list, type Node, type Path } from './parse/node.ts';
import { isCallLike, keyName, nameOf, namesOf } from './syntax.ts';

const STATEMENT = /(?:Statement|Declaration)$/;

/** The names that say what a text is, nearest first, outward to the end of the statement; the elements around it last. A constant beside it is as good as a text. */
export function labelsOf(path: Path, constants?: ReadonlySet<string>): string[] {
  const near: string[] = [];
  const elements: string[] = [];
  for (let index = path.length - 2; index >= 0; index--) {
    const node = path[index]!;
    if (node.type === 'BlockStatement' || node.type === 'Program' || node.type === 'ClassBody') break;
    if (node.type === 'ReturnStatement') {
      near.push(...enclosingName(path.slice(0, index)));
      break;
    }
    if (STATEMENT.test(node.type) && node.type !== 'VariableDeclaration' && node.type !== 'SwitchStatement') break;
    const inner = path[index + 1]!;
    if (node.type === 'JSXElement' || node.type === 'JSXOpeningElement')
      elements.push(...namesOf(child(child(node, 'openingElement') ?? node, 'name')).slice(0, 1));
    else near.push(...labelsFrom(node, inner, constants));
  }
  return [...new Set([...near, ...elements])];
}

/** What one enclosing node says of the part of it that holds the text. */
function labelsFrom(node: Node, inner: Node, constants?: ReadonlySet<string>): string[] {
  const target = (field: string): string[] => namesOf(child(node, field)).slice(0, 1);
  const value = (field: string): string[] => namesOf(child(node, field), constants).slice(0, 1);
  switch (node.type) {
    case 'ObjectProperty':
    case 'ClassProperty':
    case 'ClassAccessorProperty':
    case 'ClassPrivateProperty':
    case 'TSEnumMember':
      return keyLabel(node, inner);
    case 'JSXAttribute':
      return attributeName(child(node, 'name'));
    case 'VariableDeclarator':
      return child(node, 'init') === inner ? target('id') : [];
    case 'AssignmentExpression':
      return child(node, 'right') === inner ? namesOf(child(node, 'left')) : [];
    case 'AssignmentPattern':
      return child(node, 'right') === inner ? target('left') : [];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return node.operator === '+' ? [] : value(child(node, 'left') === inner ? 'right' : 'left');
    case 'SwitchCase':
      return [];
    case 'SwitchStatement':
      return value('discriminant');
    case 'TaggedTemplateExpression':
      return target('tag');
    default:
      return isCallLike(node) && child(node, 'callee') !== inner ? callLabels(node, constants) : [];
  }
}

function keyLabel(node: Node, inner: Node): string[] {
  const key = child(node, 'key') ?? child(node, 'id');
  const name = key === inner ? undefined : keyName(key, node.computed === true);
  return name === undefined ? [] : [name];
}

function attributeName(name: Node | undefined): string[] {
  if (name?.type !== 'JSXNamespacedName') return namesOf(name);
  return [`${nameOf(child(name, 'namespace'))}:${nameOf(child(name, 'name'))}`];
}

/** The called function, what it is called on, and the subject of an `expect`. */
function callLabels(call: Node, constants?: ReadonlySet<string>): string[] {
  const callee = child(call, 'callee');
  const names = namesOf(callee, constants);
  const expectation = subjectOf(callee);
  return [...names, ...(expectation ? namesOf(list(expectation, 'arguments')[0], constants).slice(0, 1) : [])];
}

/** The `expect(…)` at the root of a chain. */
function subjectOf(callee: Node | undefined): Node | undefined {
  for (let at = child(callee, 'object'); at; at = child(at, 'object') ?? child(at, 'callee')) {
    if (isCallLike(at) && nameOf(child(at, 'callee')) === 'expect') return at;
  }
  return undefined;
}

/** The name of the nearest function, from what it is assigned to or declared as. */
function enclosingName(path: Path): string[] {
  for (let index = path.length - 1; index > 0; index--) {
    const node = path[index]!;
    if (!/Function|Method/.test(node.type)) continue;
    const name = definedName(node, path[index - 1]);
    return name === undefined ? [] : [name];
  }
  return [];
}

/** The name under which a function or class is defined. */
export function definedName(node: Node, parent: Node | undefined): string | undefined {
  const own = nameOf(child(node, 'id')) ?? keyName(child(node, 'key'), node.computed === true);
  if (own !== undefined || !parent) return own;
  if (parent.type === 'VariableDeclarator') return nameOf(child(parent, 'id'));
  if (parent.type === 'AssignmentExpression') return nameOf(child(parent, 'left'));
  return /Property$/.test(parent.type) ? keyName(child(parent, 'key'), parent.computed === true) : undefined;
}
