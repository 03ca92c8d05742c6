import type { Use } from '../../src/types/language.ts';
import { child, list, type Node, type Path, word } from './parse/node.ts';
import type { Site } from './site.ts';
import { isCallLike, isTypeWrapper, nameOf, namesOf, unwrapped } from './syntax.ts';

const NEGATED_CALLS = new Set([
  'notEqual',
  'notStrictEqual',
  'notDeepEqual',
  'notDeepStrictEqual',
  'doesNotMatch',
  'notInclude',
  'assertNotEquals',
  'assertNotStrictEquals',
  'refute',
]);
const MATCHING = new Set(['match', 'matchAll', 'search', 'stringMatching', 'RegExp']);
const AFFIX = new Set([
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
  'split',
  'stringContaining',
  'toContain',
  'toMatch',
  'toStartWith',
  'toEndWith',
  'toInclude',
  'contains',
]);
const MEMBERSHIP = new Set(['includes', 'indexOf', 'lastIndexOf', 'toContain', 'contains']);
const PLURAL = /(?:[^su]s|list|set|array|all)$/i;

/** What a text is for, as far as the expression around it tells. */
export function useOf({ kind, path }: Site): Use | undefined {
  if (kind === 'pattern') return 'pattern';
  if (kind === 'jsx-text' || kind === 'directive') return undefined;
  if (inNegatedMatcher(path)) return 'negated';
  const at = valuePath(path);
  const node = at.at(-1)!;
  const parent = at.at(-2)!;
  if (parent.type === 'BinaryExpression' && /^!==?$/.test(String(parent.operator))) return 'negated';
  if (!isCallLike(parent) || !list(parent, 'arguments').includes(node)) return undefined;
  const negation = at.at(-3);
  return useInCall(parent, negation?.type === 'UnaryExpression' && negation.operator === '!');
}

/** The path to the expression whose value the text is a part of: concatenations, templates, branches and casts around it. */
function valuePath(path: Path): Path {
  let length = path.length;
  for (let parent = path[length - 2]; parent; parent = path[length - 2]) {
    const plus = parent.type === 'BinaryExpression' && parent.operator === '+';
    const branch = parent.type === 'ConditionalExpression' && child(parent, 'test') !== path[length - 1];
    if (!plus && !branch && !isTypeWrapper(parent) && parent.type !== 'TemplateLiteral' && parent.type !== 'LogicalExpression')
      break;
    length--;
  }
  return path.slice(0, length);
}

function useInCall(call: Node, negated: boolean): Use | undefined {
  const callee = child(call, 'callee');
  const [name = '', ...objects] = namesOf(callee);
  const count = list(call, 'arguments').length;
  if (NEGATED_CALLS.has(name)) return 'negated';
  if (
    (name === 'replace' || name === 'replaceAll') &&
    count > 1 &&
    !objects.some((object) => /router|history|location|navigat/i.test(object))
  )
    return 'replaced';
  if (MATCHING.has(name) && (objects.length > 0 || name === 'RegExp' || callee?.type === 'MemberExpression')) return 'pattern';
  if (!AFFIX.has(name) || (MEMBERSHIP.has(name) && isCollection(callee))) return undefined;
  return negated ? 'negated' : 'affix';
}

/** True when a member is looked up among others, and not a text within a text. */
function isCollection(callee: Node | undefined): boolean {
  const object = unwrapped(child(callee, 'object'));
  if (!object) return false;
  if (object.type === 'ArrayExpression') return true;
  const subject = isCallLike(object) && nameOf(object) === 'expect' ? list(object, 'arguments')[0] : object;
  if (subject?.type === 'ArrayExpression') return true;
  const name = nameOf(subject);
  return name !== undefined && PLURAL.test(name);
}

/** True inside the arguments of `expect(…).not.…(…)` and of Cypress' `should('not.…', …)`. */
function inNegatedMatcher(path: Path): boolean {
  return path.some((node, index) => {
    if (!isCallLike(node) || !list(node, 'arguments').includes(path[index + 1]!)) return false;
    const names = namesOf(child(node, 'callee'));
    const chained = names.at(-1) === 'expect' && names.includes('not');
    const first = list(node, 'arguments')[0];
    return chained || (names[0] === 'should' && (word(first, 'value') ?? '').startsWith('not.'));
  });
}
