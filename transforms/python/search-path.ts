import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { argumentsOf, calleeNames } from './expression.ts';
import { shapeOf } from './parse/string-shape.ts';
import { children, textOf } from './parse/tree.ts';

/** A path relative to the root, segment by segment; empty is the root itself. */
type Path = readonly string[];

/** A change of `sys.path`. */
export const edit =
  /\bsys\s*\.\s*path\s*(?:\.\s*(?:insert|append|extend)\s*\(|\+?=(?!=)|\[[^[\]\n]*\]\s*=(?!=))|\baddsitedir\s*\(/;

/** Which of the statements at module level change `sys.path`, themselves or by calling a function of this file that does. */
export function pathEdits(file: SourceFile, statements: readonly SyntaxNode[]): boolean[] {
  const any = edit.test(file.text);
  return statements.map((statement) => any && editsPath(file, statement, statements));
}

function editsPath(file: SourceFile, statement: SyntaxNode, statements: readonly SyntaxNode[]): boolean {
  if (/^(Function|Class)Definition$|^DecoratedStatement$/.test(statement.name)) return false;
  if (edit.test(textOf(file, statement))) return true;
  const call = statement.name === 'ExpressionStatement' || statement.name === 'AssignStatement' ? lastCall(statement) : undefined;
  const callee = call?.firstChild;
  return callee?.name === 'VariableName' && functionEdits(file, textOf(file, callee), statements);
}

function lastCall(statement: SyntaxNode): SyntaxNode | undefined {
  return statement.getChildren('CallExpression').at(-1);
}

function functionEdits(file: SourceFile, name: string, statements: readonly SyntaxNode[]): boolean {
  return statements.some((statement) => {
    const own = statement.name === 'FunctionDefinition' && statement.getChild('VariableName');
    return own && textOf(file, own) === name && edit.test(textOf(file, statement));
  });
}

/** Whether a statement at module level puts the root on `sys.path` for certain, by an expression over `__file__` alone. */
export function putsRoot(file: SourceFile, statement: SyntaxNode, statements: readonly SyntaxNode[]): boolean {
  const code = textOf(file, statement);
  if (!edit.test(code)) return false;
  if (statement.name === 'IfStatement') {
    if (!/^if\b[^\n]*\bnot\s+in\s+sys\.path\s*:/.test(code) || statement.getChild('else')) return false;
  } else if (!/^(Expression|Assign|Update)Statement$|^StatementGroup$/.test(statement.name)) return false;
  const known = variablesBefore(file, statement, statements);
  let found = false;
  statement.cursor().iterate((ref) => {
    if (found || mayNotRun(ref.node)) return false;
    if (ref.name === 'ArgList') {
      const names = calleeNames(file, ref.node);
      if (!/^(insert|append|extend|addsitedir)$/.test(names[0] ?? '')) return;
      found = argumentsOf(file, ref.node).some(({ value }) => holdsRoot(file, value, known));
    } else if (ref.name === 'AssignStatement' || ref.name === 'UpdateStatement') {
      found = /^sys\s*\.\s*path/.test(textOf(file, ref.node)) && children(ref.node).some((part) => holdsRoot(file, part, known));
    }
    return;
  });
  return found;
}

/** Whether the parts of an expression may be left out, or come later: an alternative, a loop, a function. */
function mayNotRun(node: SyntaxNode): boolean {
  if (/^(Conditional|Lambda)Expression$|ComprehensionExpression$/.test(node.name)) return true;
  return node.name === 'BinaryExpression' && (node.getChild('and') ?? node.getChild('or')) !== null;
}

function holdsRoot(file: SourceFile, value: SyntaxNode, known: ReadonlyMap<string, Path>): boolean {
  if (value.name === 'ArrayExpression' || value.name === 'TupleExpression') {
    return children(value).some((item) => holdsRoot(file, item, known));
  }
  if (value.name === 'BinaryExpression' && value.firstChild && /^(Array|Tuple)/.test(value.firstChild.name)) {
    return holdsRoot(file, value.firstChild, known);
  }
  return evaluate(file, value, known)?.length === 0;
}

/** Module-level variables that hold a path, each assigned once and alone. */
function variablesBefore(file: SourceFile, end: SyntaxNode, statements: readonly SyntaxNode[]): Map<string, Path> {
  const known = new Map<string, Path>();
  const seen = new Set<string>();
  for (const statement of statements) {
    if (statement.from >= end.from) break;
    const parts = children(statement);
    if (statement.name !== 'AssignStatement' || parts[0]?.name !== 'VariableName' || parts[1]?.name === ',') {
      for (const name of [...known.keys()].filter((one) => binds(textOf(file, statement), one))) known.delete(name);
      continue;
    }
    const name = textOf(file, parts[0]);
    const path = seen.has(name) ? undefined : evaluate(file, parts.at(-1)!, known);
    seen.add(name);
    if (path) known.set(name, path);
    else known.delete(name);
  }
  return known;
}

/** Whether a statement may give a name another value. */
function binds(code: string, name: string): boolean {
  return new RegExp(`(?:\\b(?:for|as|del|import)\\s+|,\\s*)${name}\\b|(?<![\\w.])${name}\\s*(?:,|[-+*/%|&^@]*=(?!=))`).test(code);
}

function evaluate(file: SourceFile, node: SyntaxNode, known: ReadonlyMap<string, Path>): Path | undefined {
  const parts = children(node);
  switch (node.name) {
    case 'VariableName': {
      const name = textOf(file, node);
      return name === '__file__' ? file.path.split('/') : known.get(name);
    }
    case 'ParenthesizedExpression':
      return parts[1] ? evaluate(file, parts[1], known) : undefined;
    case 'BinaryExpression':
      return parts.length === 3 ? operation(file, parts[0]!, textOf(file, parts[1]!), parts[2]!, known) : undefined;
    case 'MemberExpression':
      return member(file, node, parts, known);
    case 'CallExpression':
      return call(file, parts, known);
    default:
      return undefined;
  }
}

/** `path / "…"`, or two texts put together, of which the second must then begin a segment. */
function operation(
  file: SourceFile,
  left: SyntaxNode,
  operator: string,
  right: SyntaxNode,
  known: ReadonlyMap<string, Path>,
): Path | undefined {
  if (operator === '/') return step(file, left, [right], known);
  const isSegment = right.name === 'String' && isAbsolute(file, right);
  return operator === '+' && isSegment ? follow(file, evaluate(file, left, known), right) : undefined;
}

function isAbsolute(file: SourceFile, text: SyntaxNode): boolean {
  return file.text[shapeOf(file.text, text.from, text.to).body.start] === '/';
}

function member(
  file: SourceFile,
  node: SyntaxNode,
  parts: readonly SyntaxNode[],
  known: ReadonlyMap<string, Path>,
): Path | undefined {
  const property = node.getChild('PropertyName');
  if (property) return textOf(file, property) === 'parent' ? up(evaluate(file, parts[0]!, known), 1) : undefined;
  const [object, , index] = parts;
  if (object?.name !== 'MemberExpression' || index?.name !== 'Number' || !/\.\s*parents$/.test(textOf(file, object)))
    return undefined;
  return up(evaluate(file, children(object)[0]!, known), Number(textOf(file, index)) + 1);
}

function call(file: SourceFile, parts: readonly SyntaxNode[], known: ReadonlyMap<string, Path>): Path | undefined {
  const [callee, list] = parts;
  if (!callee || !list) return undefined;
  const args = argumentsOf(file, list).map(({ value }) => value);
  const name = textOf(file, callee);
  if (/^(pathlib\.)?(Pure)?Path$|^os\.path\.join$|^(path\.)?join$/.test(name))
    return args[0] ? step(file, args[0], args.slice(1), known) : undefined;
  if (/^str$|^os\.fspath$|^(os\.)?(path\.)?(abspath|realpath|normpath|expanduser)$/.test(name)) {
    return args.length === 1 ? evaluate(file, args[0]!, known) : undefined;
  }
  if (/^(os\.)?(path\.)?dirname$/.test(name)) return args.length === 1 ? up(evaluate(file, args[0]!, known), 1) : undefined;
  if (callee.name !== 'MemberExpression') return undefined;
  const object = children(callee)[0]!;
  const method = callee.getChild('PropertyName');
  if (!method) return undefined;
  if (/^(resolve|absolute|expanduser|as_posix|__str__)$/.test(textOf(file, method))) return evaluate(file, object, known);
  return textOf(file, method) === 'joinpath' ? step(file, object, args, known) : undefined;
}

/** A path joined with constant texts, each of which may hold several segments; one that begins with a slash begins a new path. */
function step(
  file: SourceFile,
  start: SyntaxNode,
  texts: readonly SyntaxNode[],
  known: ReadonlyMap<string, Path>,
): Path | undefined {
  let path = evaluate(file, start, known);
  for (const text of texts) {
    if (/^os\.(pardir|path\.pardir)$/.test(textOf(file, text))) path = up(path, 1);
    else path = text.name === 'String' && !isAbsolute(file, text) ? follow(file, path, text) : undefined;
  }
  return path;
}

/** A path with the segments of a constant text. */
function follow(file: SourceFile, start: Path | undefined, text: SyntaxNode): Path | undefined {
  const { body } = shapeOf(file.text, text.from, text.to);
  let path = start;
  for (const segment of file.text.slice(body.start, body.end).split('/')) {
    if (segment === '..') path = up(path, 1);
    else if (segment !== '' && segment !== '.' && path) path = [...path, segment];
  }
  return path;
}

function up(path: Path | undefined, count: number): Path | undefined {
  return path && path.length >= count ? path.slice(0, path.length - count) : undefined;
}
