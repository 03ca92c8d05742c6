import type { Literal, Relation } from '../../src/types/language.ts';
import { child, list, type Node, type Path } from './parse/node.ts';
import { operandPath, siteOf } from './site.ts';
import { isCallLike, keyName, nameOf, namesOf } from './syntax.ts';

interface Tie {
  readonly kind: Relation['kind'];
  /** The node that ties its parts together. */
  readonly by: Node;
}

/** How the literals of one file bear on each other; only groups of two and more. */
export function relationsOf(literals: readonly Literal[]): Relation[] {
  const groups = new Map<string, { kind: Relation['kind']; members: Literal[] }>();
  const numbers = new Map<Node, number>();
  for (const literal of literals) {
    const site = siteOf(literal);
    if (!site || site.kind === 'jsx-text') continue;
    for (const { kind, by } of [...tiesOf(operandPath(site.path)), ...comparisonsAround(site.path)]) {
      if (!numbers.has(by)) numbers.set(by, numbers.size);
      const key = `${kind} ${numbers.get(by)}`;
      const group = groups.get(key) ?? { kind, members: [] };
      if (group.members.at(-1) !== literal) group.members.push(literal);
      groups.set(key, group);
    }
  }
  return [...groups.values()].filter((group) => group.members.length > 1);
}

function tiesOf(path: Path): Tie[] {
  const node = path.at(-1)!;
  const parent = path.at(-2)!;
  const outer = path.at(-3);
  if (parent.type === 'ObjectProperty') return propertyTies(parent, outer!, node);
  if (parent.type === 'SwitchCase') return [{ kind: 'keys', by: outer! }];
  if (parent.type === 'ArrayExpression') return [{ kind: 'alternatives', by: parent }, ...keysOfItems(path)];
  if (parent.type === 'LogicalExpression' || parent.type === 'ConditionalExpression') return choiceTies(path);
  if (parent.type === 'BinaryExpression')
    return /^[!=]==?$/.test(String(parent.operator)) ? [{ kind: 'compared', by: parent }] : [];
  return isCallLike(parent) ? [{ kind: 'alternatives', by: parent }] : [];
}

const PAIRED_KEY = /^(?:from|to|old|new|source|destination|src|dest|target|before|after|legacy|current|previous|redirect)/i;

function propertyTies(property: Node, object: Node, node: Node): Tie[] {
  const ties: Tie[] = [{ kind: 'alternatives', by: property }];
  const key = child(property, 'key');
  if (key === node && object.type === 'ObjectExpression') ties.push({ kind: 'keys', by: object });
  if (key !== node && PAIRED_KEY.test(keyName(key, property.computed === true) ?? ''))
    ties.push({ kind: 'alternatives', by: object });
  return ties;
}

/** The outermost of nested `||`, `??` and `?:`. */
function choiceTies(path: Path): Tie[] {
  let index = path.length - 1;
  for (let parent = path[index - 1]; parent; parent = path[index - 1]) {
    const choice =
      parent.type === 'LogicalExpression' || (parent.type === 'ConditionalExpression' && child(parent, 'test') !== path[index]);
    if (!choice) break;
    index--;
  }
  return index < path.length - 1 ? [{ kind: 'alternatives', by: path[index]! }] : [];
}

/** Items of a set, keys of a map's entries, rows of a parametrised test. */
function keysOfItems(path: Path): Tie[] {
  const array = path.at(-2)!;
  const holder = path.at(-3)!;
  if (isCallLike(holder)) return collects(holder, ['Set', 'each', 'for']) ? [{ kind: 'keys', by: array }] : [];
  const call = path.at(-4);
  const first = Array.isArray(array.elements) && array.elements[0] === path.at(-1);
  if (!first || holder.type !== 'ArrayExpression' || !isCallLike(call)) return [];
  return collects(call!, ['Map', 'fromEntries', 'each', 'for']) ? [{ kind: 'keys', by: holder }] : [];
}

function collects(call: Node, names: readonly string[]): boolean {
  return names.includes(nameOf(child(call, 'callee')) ?? '');
}

const SUBJECT_CALLS = new Set([
  'test',
  'exec',
  'match',
  'matchAll',
  'search',
  'startsWith',
  'endsWith',
  'includes',
  'indexOf',
  'lastIndexOf',
]);
const EQUAL_CALLS =
  /^(?:deep|strict|deepStrict|not|notStrict|notDeep|notDeepStrict)?equals?$|^(?:is|same|eq|eql|include|match|doesNotMatch|isDeepStrictEqual)$/i;

/** Calls around a text that compare their parts: an expectation, an assertion, a search in a text. */
function comparisonsAround(path: Path): Tie[] {
  const ties: Tie[] = [];
  const index = path.findIndex((node) => isCallLike(node) && isComparison(node));
  if (index >= 0) ties.push({ kind: 'compared', by: path[index]! });
  const parent = path.at(-2)!;
  const call = isCallLike(parent) ? parent : path.at(-3);
  if (isCallLike(call) && SUBJECT_CALLS.has(nameOf(child(call, 'callee')) ?? '')) {
    const direct = list(call, 'arguments').includes(path.at(-1)!) || child(child(call, 'callee'), 'object') === path.at(-1);
    if (direct) ties.push({ kind: 'compared', by: call! });
  }
  return ties;
}

function isComparison(call: Node): boolean {
  const names = namesOf(child(call, 'callee'));
  const root = names.at(-1) ?? '';
  if (root === 'expect') return names.length > 1;
  return names.length > 1 && /^(?:assert|chai|t|should)$/.test(root) && EQUAL_CALLS.test(names[0]!);
}
