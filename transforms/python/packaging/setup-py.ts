import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { clean, directoriesOf, modulesOf, type Stated } from './stated.ts';

/** What a setup.py says of its distribution's packages, where the arguments of `setup()` are written out. */
export function readSetupPy(text: string): Stated {
  const call = setupCall(text);
  if (!call) return {};
  const args = argumentsOf(text, call);
  const name = textValue(text, args.get('name'));
  const stated = { ...(name === undefined ? {} : { name }) };
  const roots = mappingOf(text, args.get('package_dir'));
  const modules = args.has('py_modules') ? listOf(text, args.get('py_modules')) : [];
  const packages = args.get('packages');
  if (!packages || !roots || !modules) return stated;
  const files = modulesOf(modules, roots);
  const names = listOf(text, packages);
  if (names) return { ...stated, shipping: { kind: 'packages', directories: directoriesOf(names, roots), modules: files } };
  const found = /^(?:setuptools\.)?find_(namespace_)?packages$/.exec(calleeOf(text, packages));
  if (!found) return stated;
  const find = argumentsOf(text, packages);
  const where = valueOr(find.get('where') ?? find.get('0'), (node) => textValue(text, node), '.');
  const exclude = valueOr(find.get('exclude') ?? find.get('1'), (node) => listOf(text, node), []);
  const include = valueOr(find.get('include') ?? find.get('2'), (node) => listOf(text, node), ['*']);
  if (where === undefined || !exclude || !include) return stated;
  const namespaces = found[1] !== undefined;
  return { ...stated, shipping: { kind: 'find', where: [clean(where)], include, exclude, namespaces, modules: files } };
}

function valueOr<T>(node: SyntaxNode | undefined, read: (node: SyntaxNode) => T | undefined, other: T): T | undefined {
  return node ? read(node) : other;
}

function setupCall(text: string): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  parser.parse(text).iterate({
    enter({ name, node }) {
      if (name === 'CallExpression' && /^(?:setuptools\.)?setup$/.test(calleeOf(text, node))) found = node;
      return found === undefined;
    },
  });
  return found;
}

function calleeOf(text: string, node: SyntaxNode): string {
  const callee = node.name === 'CallExpression' ? node.firstChild : null;
  return callee ? text.slice(callee.from, callee.to) : '';
}

/** The arguments of a call by keyword or position. */
function argumentsOf(text: string, call: SyntaxNode): Map<string, SyntaxNode> {
  const found = new Map<string, SyntaxNode>();
  let keyword: string | undefined;
  let position = 0;
  for (let node = call.getChild('ArgList')?.firstChild?.nextSibling ?? null; node; node = node.nextSibling) {
    if (node.name === ',' || node.name === ')') keyword = undefined;
    else if (node.nextSibling?.name === 'AssignOp') keyword = text.slice(node.from, node.to);
    else if (node.name !== 'AssignOp' && node.name !== 'Comment') found.set(keyword ?? String(position++), node);
  }
  return found;
}

function textValue(text: string, node: SyntaxNode | undefined): string | undefined {
  if (node?.name !== 'String') return undefined;
  return /^(["'])([^\\\n]*)\1$/.exec(text.slice(node.from, node.to))?.[2];
}

/** A list or tuple of texts; `undefined` for anything else. */
function listOf(text: string, node: SyntaxNode | undefined): string[] | undefined {
  if (node?.name !== 'ArrayExpression' && node?.name !== 'TupleExpression') return undefined;
  return allTexts(text, node);
}

/** A dictionary of texts; empty when there is none. */
function mappingOf(text: string, node: SyntaxNode | undefined): Map<string, string> | undefined {
  if (!node) return new Map();
  const items = node.name === 'DictionaryExpression' ? allTexts(text, node) : undefined;
  return items && new Map(items.flatMap((item, index) => (index % 2 === 0 ? [[item, items[index + 1] ?? ''] as const] : [])));
}

function allTexts(text: string, node: SyntaxNode): string[] | undefined {
  const items: string[] = [];
  for (let item = node.firstChild; item; item = item.nextSibling) {
    if (/^[[\](){}:,]$|^Comment$/.test(item.name)) continue;
    const value = textValue(text, item);
    if (value === undefined) return undefined;
    items.push(value);
  }
  return items;
}
