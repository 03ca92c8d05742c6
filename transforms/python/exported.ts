import type { SyntaxNode, Tree } from '@lezer/common';
import { exportedFrom, OTHER, type Placed, unread, type Value } from '../../src/core/exported.ts';
import type { Exported } from '../../src/types/module.ts';
import type { SourceFile } from '../../src/types/source.ts';
import { isChanged } from './changed.ts';
import { classValue } from './class-value.ts';
import { unlikeAscii } from './coding.ts';
import { type Import, importAt } from './imports.ts';
import { isBinding, occurrencesOf } from './names.ts';
import { children, parse, textOf } from './parse/tree.ts';
import { type Context, lineOf, staticValue } from './static-value.ts';

/** Gives the project file that an import leads to: a dotted name behind `level` dots, seen from a file. */
export type Load = (from: SourceFile, module: string, level: number) => SourceFile | undefined;

/** The texts that a Python module exports, read without running it. Throws where it does not parse or is in an encoding that is not read; `line` of the error is 1-based. */
export function exportedTexts(file: SourceFile, load: Load): Exported {
  return exportedFrom(new Map([...namesOf(file, load, new Map())].filter(([name]) => !name.startsWith('_'))));
}

type Names = ReadonlyMap<string, Placed>;

/** What the names at module level stand for once the module has run. `known`: those of other files, by path; of one that is being read, none yet. */
function namesOf(file: SourceFile, load: Load, known: Map<string, Names>): Names {
  known.set(file.path, new Map());
  const unlike = unlikeAscii(file.text);
  if (unlike !== undefined) throw new SyntaxError(`is in ${unlike.detail?.encoding}, an encoding that is not read`);
  const { tree, faults } = parse(file);
  if (faults.length > 0) throw new SyntaxError(`does not parse, line ${file.text.slice(0, faults[0]!).split('\n').length}`);
  const own = new Map<string, Placed>();
  const imported = new Map<string, Value>();
  const lookUp = (name: string): Value | undefined => own.get(name)?.value ?? imported.get(name);
  const context: Context = { file, valueOf: lookUp };
  const doubts = doubtsOf(file, tree);
  const put = (target: SyntaxNode, value: () => Value): void => {
    const name = textOf(file, target);
    const doubt = doubts(name, target);
    own.set(name, { line: lineOf(file, target), value: doubt === undefined ? value() : unread(doubt) });
  };
  for (const statement of simpleStatements(tree.topNode)) {
    if (statement.name === 'ImportStatement') {
      const one = importAt(file, statement, false);
      for (const [name, value] of importedBy(file, one, load, known)) imported.set(name, value);
    } else if (statement.name === 'AssignStatement') assign(context, statement, put);
    else if (statement.name === 'ClassDefinition' || statement.name === 'DecoratedStatement') {
      const definition = statement.name === 'ClassDefinition' ? statement : statement.getChild('ClassDefinition');
      if (definition) put(definition.getChild('VariableName')!, () => classValue(context, statement, definition));
    } else for (const name of boundWithin(file, statement)) put(name, () => unread('bound under a condition'));
  }
  known.set(file.path, own);
  return own;
}

/** The statements at module level, those that share a line each by itself. */
function simpleStatements(script: SyntaxNode): SyntaxNode[] {
  return children(script).flatMap((node) => (node.name === 'StatementGroup' ? children(node) : [node]));
}

/** `A = B = value`, with or without a type; what is unpacked is not known. */
function assign(context: Context, statement: SyntaxNode, put: (target: SyntaxNode, value: () => Value) => void): void {
  const parts = children(statement);
  const last = parts.findLastIndex(({ name }) => name === 'AssignOp');
  if (last < 0) return;
  const [value, more] = parts.slice(last + 1);
  const targets = parts.slice(0, last);
  const isPlain = !more && value && !targets.some(({ name }) => name === ',');
  for (const target of targets) {
    if (target.name !== 'VariableName') continue;
    put(target, () => {
      if (!isPlain) return unread('unpacked from several values');
      const found = staticValue(context, value);
      const isAlias = found.kind === 'group' && value.name === 'VariableName';
      return isAlias ? unread(`another name of ${textOf(context.file, value)}`) : found;
    });
  }
}

/** Makes the function that says why a name does not keep the value that it is given at `target`. */
function doubtsOf(file: SourceFile, tree: Tree): (name: string, target: SyntaxNode) => string | undefined {
  const stars = tree.topNode.getChildren('ImportStatement').filter((one) => importAt(file, one, false).star);
  const changed = (name: string): number | undefined => {
    const at = occurrencesOf(file, tree, name).find((one) => isChanged(file, one));
    return at && lineOf(file, at);
  };
  return (name, target) => {
    const others = occurrencesOf(file, tree, name).filter((one) => one.from !== target.from && isBinding(file, one));
    const again = others.find((one) => isOfModule(file, one));
    if (again) return `bound again on line ${lineOf(file, again)}`;
    if (stars.some(({ from }) => from > target.from) && !name.startsWith('_')) return 'may be replaced by a star import below it';
    const line =
      changed(name) ??
      aliasesOf(file, tree, name)
        .map(changed)
        .find((found) => found !== undefined);
    return line === undefined ? undefined : `changed on line ${line}`;
  };
}

/** Names that are given another one's value as it is. */
function aliasesOf(file: SourceFile, tree: Tree, name: string): string[] {
  return occurrencesOf(file, tree, name).flatMap((one) => {
    const { parent, prevSibling } = one;
    const isValue = parent?.name === 'AssignStatement' && prevSibling?.name === 'AssignOp' && !one.nextSibling;
    const target = isValue ? parent.firstChild : null;
    return target?.name === 'VariableName' ? [textOf(file, target)] : [];
  });
}

/** Whether a name is bound for the whole module: not in a function or class of its own, unless that declares it to be global. */
function isOfModule(file: SourceFile, node: SyntaxNode): boolean {
  if (node.parent?.name === 'ScopeStatement') return /^global\b/.test(textOf(file, node.parent));
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    const inside = child.name === 'Body' || child.name === 'ParamList' || parent.name === 'LambdaExpression';
    if (inside && /^(?:FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(parent.name)) return false;
    if (/Comprehension/.test(parent.name)) return false;
  }
  return true;
}

/** The names that a compound statement binds for the module by assignment. */
function boundWithin(file: SourceFile, statement: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const visit = (node: SyntaxNode): void => {
    if (/^(?:FunctionDefinition|ClassDefinition|LambdaExpression)$/.test(node.name)) return;
    if (node.name === 'VariableName' && node.parent?.name === 'AssignStatement' && isBinding(file, node)) found.push(node);
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child);
  };
  visit(statement);
  return found;
}

/** What an import of another project file brings. */
function importedBy(file: SourceFile, one: Import, load: Load, known: Map<string, Names>): [string, Value][] {
  if (!one.from || one.star) return one.names.map(({ local }) => [local.split('.')[0]!, OTHER]);
  const source = load(file, one.module, one.level);
  if (!source)
    return one.names.map(({ name, local }) => [
      local,
      unread(`${name} of ${'.'.repeat(one.level)}${one.module} is not known here`),
    ]);
  const names = known.get(source.path) ?? namesSafely(source, load, known);
  return one.names.map(({ name, local }) => [local, names.get(name)?.value ?? unread(`${name} is not known in ${source.path}`)]);
}

function namesSafely(file: SourceFile, load: Load, known: Map<string, Names>): Names {
  try {
    return namesOf(file, load, known);
  } catch {
    return new Map();
  }
}
