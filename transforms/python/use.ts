import type { SyntaxNode } from '@lezer/common';
import type { Use } from '../../src/types/language.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentsOf, calleeNames, isSubscript, namesOf, operatorOf } from './expression.ts';
import { children, same, textOf } from './parse/tree.ts';

const regexObjects = new Set(['re', 'regex', 're2']);
const regexCalls = new Set(['compile', 'match', 'search', 'fullmatch', 'sub', 'subn', 'findall', 'finditer', 'split', 'escape']);
const patternCalls = new Set([
  'fullmatch',
  'findall',
  'finditer',
  're_path',
  'fnmatch',
  'fnmatchcase',
  'RegexValidator',
  'regexp_match',
]);
const patternKeyword = /^(pattern|regex|regexp|match|expected_regex)$|__i?regex$/;
const affixCalls =
  /^(starts?_?with|ends?_?with|removeprefix|removesuffix|r?find|r?index|count|r?partition|r?split|[lr]?strip|i?like|i?contains|__contains__)$/;
const affixKeyword = /__(i?contains|i?startswith|i?endswith)$/;
const negatedCalls =
  /^(assert_?not|assert_?false|assert_?is_?not|refute|deny|not_?equal|is_not|not_|isnot|not_?in|notin_|exclude|not_in_)/i;
const displays = /^(Array|Tuple|Set|Dictionary)(Comprehension)?Expression$/;
/** Calls that pass a pattern through to the call around them. */
const carriers = new Set(['join', 'format', 'rf', 'escape']);

/** What the text at `node` is for, or undefined where it is just a value. `found` is the governed text as it stands there. */
export function useOf(file: SourceFile, node: SyntaxNode, found: string, labels: readonly string[]): Use | undefined {
  if (found.includes('\\')) return 'pattern';
  const text = textOf(file, node);
  if (
    /\\|\.\*|[[(^$|+]/.test(text) &&
    labels.slice(0, 3).some((label) => /(^|_)(patterns?|regex(es)?|regexps?|re|rx)$/i.test(label))
  ) {
    return 'pattern';
  }
  return climb(file, node);
}

function climb(file: SourceFile, node: SyntaxNode): Use | undefined {
  let direct = true;
  let use: Use | undefined;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    const role = roleIn(file, parent, child, direct);
    if (role === 'negated' || role === 'type') return role;
    use ??= role;
    if (/^(ArgList|FormatReplacement|LambdaExpression)$/.test(parent.name)) {
      direct &&= parent.name === 'ArgList' && carriers.has(calleeNames(file, parent)[0] ?? '');
    }
    if (parent.type.is('Statement')) return use ?? (isRefusal(file, parent, child) ? 'negated' : undefined);
  }
  return use;
}

function roleIn(file: SourceFile, parent: SyntaxNode, child: SyntaxNode, direct: boolean): Use | undefined {
  switch (parent.name) {
    case 'BinaryExpression':
      return direct ? comparison(file, parent, child) : undefined;
    case 'UnaryExpression':
      return direct && parent.firstChild?.name === 'not' ? 'negated' : undefined;
    case 'AssertStatement':
      return negatedAssert(file, parent, child) ? 'negated' : undefined;
    case 'MemberExpression':
      return member(file, parent, child, direct);
    case 'ArgList':
      return argument(file, parent, child, direct);
    default:
      return undefined;
  }
}

function comparison(file: SourceFile, binary: SyntaxNode, child: SyntaxNode): Use | undefined {
  const operator = operatorOf(file, binary);
  const demanded = operator === 'not in' && isDemand(file, binary);
  if (operator === '!=' || operator === 'is not' || (operator === 'not in' && !demanded)) return 'negated';
  if ((operator !== 'in' && !demanded) || displays.test(child.name)) return undefined;
  const right = binary.lastChild!;
  return same(right, child) || !displays.test(right.name) ? 'affix' : undefined;
}

const complaint = /^(?:errors?|violations?|issues?|problems?|failures?|fail|missing|mismatch(?:es)?)$/i;

/** `if "…" not in x: raise …`, or a complaint in its place: the text has to be there. */
function isDemand(file: SourceFile, test: SyntaxNode): boolean {
  const statement = test.parent;
  if (statement?.name !== 'IfStatement') return false;
  const first = firstIn(test);
  if (first?.name === 'RaiseStatement') return true;
  const call = first?.name === 'ExpressionStatement' ? first.firstChild : null;
  if (call?.name !== 'CallExpression' || !call.firstChild) return false;
  return namesOf(file, call.firstChild).some((name) => name.split('_').some((word) => complaint.test(word)));
}

/** The first statement that a test guards. */
function firstIn(test: SyntaxNode): SyntaxNode | undefined {
  let body = test.nextSibling;
  while (body && body.name !== 'Body') body = body.nextSibling;
  return body ? children(body)[1] : undefined;
}

/** `assert not …`: whatever stands below it must fail. */
function negatedAssert(file: SourceFile, assertion: SyntaxNode, child: SyntaxNode): boolean {
  const condition = children(assertion)[1];
  return same(condition, child) && /^\(?\s*not\b/.test(textOf(file, child));
}

function member(file: SourceFile, expression: SyntaxNode, child: SyntaxNode, direct: boolean): Use | undefined {
  if (!direct) return undefined;
  const object = expression.firstChild!;
  if (isSubscript(expression, child)) return /(^|\.)Literal$/.test(textOf(file, object)) ? 'type' : undefined;
  // The text itself is cut or changed: what comes out depends on its characters.
  const name = expression.getChild('PropertyName');
  if (!name) return 'replaced';
  return /^(replace|r?split|r?partition|removeprefix|removesuffix|translate)$/.test(textOf(file, name)) ? 'replaced' : undefined;
}

function argument(file: SourceFile, list: SyntaxNode, child: SyntaxNode, direct: boolean): Use | undefined {
  const [name = '', object = ''] = calleeNames(file, list);
  if (/^assert_?false$/i.test(name)) return 'negated';
  if (!direct) return undefined;
  if (negatedCalls.test(name)) return 'negated';
  const args = argumentsOf(file, list);
  const index = args.findIndex((arg) => arg.start <= child.from && child.to <= arg.end);
  const { keyword } = args[index] ?? {};
  if (keyword !== undefined) {
    if (patternKeyword.test(keyword)) return 'pattern';
    if (keyword === 'repl') return 'replaced';
    return affixKeyword.test(keyword) ? 'affix' : undefined;
  }
  if (patternCalls.has(name) || (regexCalls.has(name) && regexObjects.has(object))) {
    if (index === 0 || (/^fnmatch/.test(name) && index === 1)) return 'pattern';
    return index === 1 && /^subn?$/.test(name) ? 'replaced' : undefined;
  }
  if (/regex/i.test(name) && /^assert/i.test(name)) return index === 1 ? 'pattern' : undefined;
  if (name === 'replace' && index < 2 && list.parent?.firstChild?.name === 'MemberExpression') return 'replaced';
  if (/^assert_?in$/i.test(name)) return index > 1 || displays.test(args[1]?.value.name ?? '') ? undefined : 'affix';
  return affixCalls.test(name) && list.parent?.firstChild?.name === 'MemberExpression' ? 'affix' : undefined;
}

/** `if x == "…": raise …`: the text is what is refused. */
function isRefusal(file: SourceFile, statement: SyntaxNode, test: SyntaxNode): boolean {
  if (statement.name !== 'IfStatement' || !/[=!]=|\bin\b/.test(textOf(file, test))) return false;
  return firstIn(test)?.name === 'RaiseStatement';
}
