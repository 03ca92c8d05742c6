import { isName } from '../../src/core/access-path.ts';
import { isConstant } from '../../src/core/constant-names.ts';
import { child, type Node, word } from './parse/node.ts';

const WRAPPERS = new Set([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSTypeAssertion',
  'TypeCastExpression',
]);

/** True for an expression that only gives its operand another type. */
export function isTypeWrapper(node: Node | undefined): boolean {
  return node !== undefined && WRAPPERS.has(node.type);
}

/** The expression inside casts and assertions. */
export function unwrapped(node: Node | undefined): Node | undefined {
  let at = node;
  while (isTypeWrapper(at)) at = child(at, 'expression');
  return at;
}

const CALLS = new Set(['CallExpression', 'OptionalCallExpression', 'NewExpression']);

/** True for calls and constructions, `f?.()` among them. */
export function isCallLike(node: Node | undefined): boolean {
  return node !== undefined && CALLS.has(node.type);
}

const isMember = (node: Node): boolean => /^(?:Optional|JSX)?MemberExpression$/.test(node.type);

const NONE: ReadonlySet<string> = new Set();

/** The names of an access path, last first: `a.b.c` and `a().b.c` give c, b, a. What ends in a constant is a text, and has no name. */
export function namesOf(node: Node | undefined, constants = NONE, most = Number.POSITIVE_INFINITY): string[] {
  const names: string[] = [];
  let at = unwrapped(node);
  while (at && names.length < most) {
    if (isMember(at)) {
      if (constants.size > 0 && isConstant(accessText(at) ?? '', constants)) break;
      const property = keyName(child(at, 'property'), at.computed === true);
      if (property !== undefined && constants.has(property)) break;
      if (property !== undefined) names.push(property);
      at = unwrapped(child(at, 'object'));
    } else if (isCallLike(at)) at = unwrapped(child(at, 'callee'));
    else if (at.type === 'AwaitExpression') at = unwrapped(child(at, 'argument'));
    else {
      const name = at.type === 'ThisExpression' ? 'this' : word(at, 'name');
      const isName = at.type === 'ThisExpression' || (/Identifier$/.test(at.type) && name !== undefined && !constants.has(name));
      if (isName) names.push(name!);
      break;
    }
  }
  return names;
}

/** The first of the names, in a time that does not depend on their number. */
export function nameOf(node: Node | undefined): string | undefined {
  return namesOf(node, NONE, 1)[0];
}

/** The expression of an access path without calls, in one way of writing. */
function accessText(node: Node | undefined): string | undefined {
  if (node?.type === 'Identifier') return word(node, 'name');
  if (node?.type !== 'MemberExpression') return undefined;
  const object = accessText(child(node, 'object'));
  const property = child(node, 'property');
  const name = word(property, node.computed !== true ? 'name' : property?.type === 'StringLiteral' ? 'value' : '');
  if (object === undefined || name === undefined) return undefined;
  return isName(name) ? `${object}.${name}` : `${object}["${name}"]`;
}

const ADDRESS = /\/\/|%2f|\\|[\w-]\.[\w-]+\.\w/i;

/** The name of a property key, as far as it is known without running the program. An address names nothing. */
export function keyName(key: Node | undefined, computed: boolean): string | undefined {
  if (!key) return undefined;
  if (key.type === 'StringLiteral') {
    const text = word(key, 'value');
    return text === undefined || ADDRESS.test(text) ? undefined : text;
  }
  if (key.type === 'PrivateName') return word(child(key, 'id'), 'name');
  if (computed) return undefined;
  if (key.type === 'NumericLiteral') return String(key.value);
  return word(key, 'name');
}
