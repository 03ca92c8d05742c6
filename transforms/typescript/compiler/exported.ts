import type { ts as TypeScript } from 'ts-morph';
import { broughtBy, exportedFrom, OTHER, type Placed, unread, type Value } from '../../../src/core/exported.ts';
import type { Exported } from '../../../src/types/module.ts';
import { typescript } from './compiler.ts';
import { type Context, lineOf, staticValue } from './static-value.ts';

/** A file with its text. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Gives the project file that a specifier leads to, seen from a file. */
export type Load = (from: string, specifier: string) => Source | undefined;

/** The texts that a TypeScript or JavaScript module exports, read without running it. Throws where it does not parse. */
export function exportedTexts(file: Source, load: Load): Exported {
  return exportedFrom(readModule(file, load, new Map()));
}

type Module = ReadonlyMap<string, Placed>;

/** What a file exports, by name. `known`: what was found in others, by path; of one that is being read, nothing yet. */
function readModule(file: Source, load: Load, known: Map<string, Module>): Module {
  known.set(file.path, new Map());
  const ts = typescript();
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const [fault] = (source as unknown as { parseDiagnostics: readonly TypeScript.DiagnosticWithLocation[] }).parseDiagnostics;
  if (fault) throw new SyntaxError(`does not parse, line ${source.getLineAndCharacterOfPosition(fault.start).line + 1}`);
  const foreign = (specifier: string): Module | undefined => {
    const found = load(file.path, specifier);
    return found && (known.get(found.path) ?? readSafely(found, load, known));
  };
  const names = declaredIn(ts, source, foreign);
  const exported = new Map<string, Placed>();
  const isStar = (one: TypeScript.Statement): boolean => ts.isExportDeclaration(one) && !one.exportClause;
  // A name of its own goes before one that a star brings.
  for (const stars of [false, true])
    for (const statement of source.statements)
      if (isStar(statement) === stars) exportedBy(ts, source, statement, names, foreign, exported);
  known.set(file.path, exported);
  return exported;
}

function readSafely(file: Source, load: Load, known: Map<string, Module>): Module {
  try {
    return readModule(file, load, known);
  } catch {
    return new Map();
  }
}

type Names = (name: string) => Placed | undefined;
type Foreign = (specifier: string) => Module | undefined;

/** What the names at the top level of a file stand for, each evaluated when it is asked for. */
function declaredIn(ts: typeof TypeScript, source: TypeScript.SourceFile, foreign: Foreign): Names {
  const makers = new Map<string, () => Placed>();
  const known = new Map<string, Placed | undefined>();
  const names: Names = (name) => {
    if (known.has(name)) return known.get(name) ?? { line: 0, value: unread(`${name} is made of itself`) };
    const make = makers.get(name);
    if (!make) return undefined;
    known.set(name, undefined);
    known.set(name, make());
    return known.get(name);
  };
  const context: Context = { ts, source, valueOf: (name) => names(name)?.value };
  const put = (name: string, at: TypeScript.Node, value: () => Value): void => {
    const line = lineOf(context, at);
    const isAgain = makers.has(name);
    makers.set(name, () => ({ line, value: isAgain ? unread('declared twice') : value() }));
  };
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) {
      const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      for (const one of statement.declarationList.declarations) {
        const { initializer } = one;
        for (const name of namesIn(ts, one.name))
          if (name !== one.name) put(name.text, name, () => unread('unpacked from a value'));
        if (!ts.isIdentifier(one.name)) continue;
        put(one.name.text, one, () =>
          !isConst ? unread('no constant') : initializer ? staticValue(context, initializer) : unread('without a value'),
        );
      }
    } else if (ts.isEnumDeclaration(statement)) put(statement.name.text, statement, () => enumValue(context, statement));
    else if (ts.isClassDeclaration(statement) && statement.name)
      put(statement.name.text, statement, () => classValue(context, statement));
    else if (ts.isFunctionDeclaration(statement) && statement.name) put(statement.name.text, statement, () => OTHER);
    else if (ts.isModuleDeclaration(statement) && ts.isIdentifier(statement.name))
      put(statement.name.text, statement, () => unread('a namespace'));
    else if (ts.isImportDeclaration(statement)) imports(ts, statement, foreign, put);
  }
  return names;
}

function imports(
  ts: typeof TypeScript,
  { moduleSpecifier, importClause }: TypeScript.ImportDeclaration,
  foreign: Foreign,
  put: (name: string, at: TypeScript.Node, value: () => Value) => void,
): void {
  const bindings = importClause?.namedBindings;
  if (!bindings || !ts.isNamedImports(bindings) || !ts.isStringLiteral(moduleSpecifier)) return;
  const specifier = moduleSpecifier.text;
  for (const one of bindings.elements) {
    const name = (one.propertyName ?? one.name).text;
    put(one.name.text, one, () => foreign(specifier)?.get(name)?.value ?? unread(`${name} of ${specifier} is not known here`));
  }
}

function enumValue(context: Context, node: TypeScript.EnumDeclaration): Value {
  const { ts } = context;
  const has = (kind: TypeScript.SyntaxKind): boolean => node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
  if (has(ts.SyntaxKind.ConstKeyword)) return unread('a const enum, which compilers of single files cannot read');
  if (has(ts.SyntaxKind.DeclareKeyword)) return unread('an ambient declaration');
  const entries = new Map<string, Placed>();
  const inside: Context = { ...context, valueOf: (name) => entries.get(name)?.value ?? context.valueOf(name) };
  for (const member of node.members) {
    if (ts.isComputedPropertyName(member.name)) continue;
    const value = member.initializer ? staticValue(inside, member.initializer) : OTHER;
    entries.set(member.name.text, { line: lineOf(context, member), value });
  }
  return { kind: 'group', by: 'attribute', entries };
}

/** The static, read-only properties of a class. */
function classValue(context: Context, node: TypeScript.ClassDeclaration): Value {
  const { ts } = context;
  if (ts.getDecorators(node)?.length) return unread('a decorated class');
  const entries = new Map<string, Placed>();
  for (const member of node.members) {
    if (!ts.isPropertyDeclaration(member) || ts.isComputedPropertyName(member.name) || ts.isPrivateIdentifier(member.name))
      continue;
    const kinds = member.modifiers?.map(({ kind }) => kind) ?? [];
    if (!kinds.includes(ts.SyntaxKind.StaticKeyword) || kinds.includes(ts.SyntaxKind.PrivateKeyword)) continue;
    const line = lineOf(context, member);
    const isFixed = kinds.includes(ts.SyntaxKind.ReadonlyKeyword) && member.initializer !== undefined;
    const value = isFixed ? staticValue(context, member.initializer!) : unread('a property that can be changed; write readonly');
    entries.set(member.name.text, { line, value });
  }
  return { kind: 'group', by: 'attribute', entries };
}

/** Adds what one statement exports; of CommonJS `exports.NAME = …` and `module.exports = { … }`. */
function exportedBy(
  ts: typeof TypeScript,
  source: TypeScript.SourceFile,
  statement: TypeScript.Statement,
  names: Names,
  foreign: Foreign,
  exported: Map<string, Placed>,
): void {
  const context: Context = { ts, source, valueOf: (name) => names(name)?.value };
  const add = (name: string, placed: Placed | undefined): void => {
    const isDefault = name === 'default' && placed?.value.kind !== 'unread';
    const doubt = exported.has(name) ? 'exported twice' : isDefault ? 'a default export, which has no name' : undefined;
    if (placed) exported.set(name, doubt === undefined ? placed : { ...placed, value: unread(doubt) });
  };
  if (ts.isExportDeclaration(statement)) exportedAgain(context, statement, names, foreign, exported, add);
  else if (hasModifier(ts, statement, ts.SyntaxKind.ExportKeyword)) {
    const isDefault = hasModifier(ts, statement, ts.SyntaxKind.DefaultKeyword);
    for (const name of declaredBy(ts, statement)) add(isDefault ? 'default' : name, names(name));
  } else if (ts.isExportAssignment(statement)) {
    add('default', { line: lineOf(context, statement), value: unread('a default export, which has no name') });
  } else if (ts.isExpressionStatement(statement)) commonExports(context, statement.expression, names, add);
}

function hasModifier(ts: typeof TypeScript, statement: TypeScript.Statement, wanted: TypeScript.SyntaxKind): boolean {
  return ts.canHaveModifiers(statement) && (statement.modifiers?.some(({ kind }) => kind === wanted) ?? false);
}

function declaredBy(ts: typeof TypeScript, statement: TypeScript.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(ts, name).map(({ text }) => text));
  if (ts.isEnumDeclaration(statement) || ts.isClassDeclaration(statement) || ts.isModuleDeclaration(statement))
    return statement.name ? [statement.name.text] : [];
  return [];
}

/** `export { … }`, also of another module, and `export *`. */
function exportedAgain(
  context: Context,
  { moduleSpecifier, exportClause, isTypeOnly }: TypeScript.ExportDeclaration,
  names: Names,
  foreign: Foreign,
  exported: Map<string, Placed>,
  add: (name: string, placed: Placed | undefined) => void,
): void {
  const { ts } = context;
  const other = moduleSpecifier && ts.isStringLiteral(moduleSpecifier) ? foreign(moduleSpecifier.text) : undefined;
  if (isTypeOnly || (moduleSpecifier && !other)) return;
  if (exportClause && ts.isNamedExports(exportClause)) {
    for (const one of exportClause.elements) {
      const name = (one.propertyName ?? one.name).text;
      const found = other ? other.get(name) : names(name);
      if (found) add(one.name.text, broughtBy(lineOf(context, one), found.value));
    }
    return;
  }
  const line = lineOf(context, (exportClause ?? moduleSpecifier)!);
  if (exportClause) add(exportClause.name.text, broughtBy(line, { kind: 'group', by: 'attribute', entries: other! }));
  else for (const [name, { value }] of other!) if (!exported.has(name)) exported.set(name, broughtBy(line, value));
}

/** The names that a declaration brings: one, or those of a pattern. */
function namesIn(ts: typeof TypeScript, name: TypeScript.BindingName): TypeScript.Identifier[] {
  if (ts.isIdentifier(name)) return [name];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(ts, element.name) : []));
}

function commonExports(
  context: Context,
  expression: TypeScript.Expression,
  names: Names,
  add: (name: string, placed: Placed | undefined) => void,
): void {
  const { ts } = context;
  if (!ts.isBinaryExpression(expression) || expression.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
  const target = expression.left.getText().replace(/\s+/g, '');
  const single = /^(?:module\.)?exports\.([\p{L}_$][\p{L}\p{N}_$]*)$/u.exec(target)?.[1];
  const placedOf = (value: TypeScript.Expression): Placed => ({
    line: lineOf(context, value),
    value: staticValue(context, value),
  });
  if (single !== undefined) add(single, placedOf(expression.right));
  const { right } = expression;
  const object = ts.isCallExpression(right) && right.expression.getText() === 'Object.freeze' ? right.arguments[0] : right;
  if (target !== 'module.exports' || !object || !ts.isObjectLiteralExpression(object)) return;
  for (const property of object.properties) {
    if (ts.isShorthandPropertyAssignment(property)) add(property.name.text, names(property.name.text));
    else if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name))
      add(property.name.text, placedOf(property.initializer));
  }
}
