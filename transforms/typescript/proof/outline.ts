import type { ModuleRef, Origin, Outline } from '../../../src/types/language.ts';
import type { SourceFile, Span } from '../../../src/types/source.ts';
import { child, fieldsInOrder, isNode, list, type Node, word } from '../parse/node.ts';
import { isTree, type Kept, parse, type Tree } from '../parse/parse.ts';
import { moved, parseAgain } from '../parse/parse-again.ts';
import { type Constants, constantsOf, foldedText, templateParts } from './fold.ts';
import { importsOf } from './imports.ts';
import { displayedText } from './jsx-text.ts';
import { isMentioned, isOwnName } from './names.ts';
import { mixedImports, remarksOf } from './remarks.ts';

/**
 * A program as the flat list of its nodes, with every certain text by its value. Of a file that was made of another one: where others of it
 * are given, statements that none of them touches, and that name nothing of the module, are written by their place in it.
 */
export function outline(file: SourceFile, module: ModuleRef, origin?: Origin): Outline {
  const tree = origin ? parseAgain(file, origin) : parse(file);
  if (!isTree(tree)) return { errors: 1, items: [], unused: [], imports: [] };
  const constants = constantsOf(tree, file, module);
  const writer: Writer = { constants, items: [], used: new Set(), kept: origin?.others ? keptIn(tree, constants) : [] };
  writeNode(writer, tree.program);
  const unused = [...constants.locals.keys(), ...constants.spaces].filter((name) => !writer.used.has(name));
  const statements = importsOf(tree, file, module).map(({ statement }) => statement);
  const imports = statements.map((statement) => spanOf(tree, statement));
  return {
    errors: 0,
    items: [...writer.items, ...mixedImports(tree, file, statements), ...remarksOf(tree, file, imports)],
    unused,
    imports,
  };
}

/** Where a statement of the top level stands. */
function spanOf({ program, pieced }: Tree, statement: Node): Span {
  const index = list(program, 'body').indexOf(statement);
  const run = pieced?.kept.find(({ at, from, to }) => at <= index && index < at + to - from);
  return moved(statement, run?.shift ?? 0);
}

/** Statements that are another tree's; none where they may name something of the module. */
function keptIn({ pieced }: Tree, { locals, spaces }: Constants): readonly Kept[] {
  if (!pieced) return [];
  return [...locals.keys(), ...spaces].some((name) => isMentioned(pieced.origin, name)) ? [] : pieced.kept;
}

interface Writer {
  readonly constants: Constants;
  readonly items: string[];
  /** Imported names that the program refers to. */
  readonly used: Set<string>;
  /** Statements of the program that are written by their place in another one. */
  readonly kept: readonly Kept[];
}

/** Parents that hold an identifier for what it names, not for its value, by field. */
const NAMING =
  /^(?:ExportSpecifier|Export\w*Specifier)\.local$|^(?:AssignmentExpression|ForInStatement|ForOfStatement|AssignmentPattern)\.left$|^UpdateExpression\.argument$|^JSX|^TSTypeQuery|^TSQualifiedName|^TSTypeReference|^TSExpressionWithTypeArguments|^TSInterfaceHeritage|\.shorthand$/;

function writeNode(writer: Writer, node: Node, parent?: Node, field = ''): void {
  if (writer.constants.imports.has(node)) return;
  noteUse(writer, node, parent, field);
  const text = isText(node, parent, field) ? foldedText(node, writer.constants) : undefined;
  if (text !== undefined) {
    noteUses(writer, node);
    writer.items.push(`text ${JSON.stringify(text)}`);
    return;
  }
  const exported =
    node.type === 'Identifier' && isText(node, parent, field) ? writer.constants.locals.get(word(node, 'name')!) : undefined;
  if (exported !== undefined) {
    writer.items.push(`of the module ${exported}`);
    return;
  }
  if (node.type === 'TemplateLiteral' && parent?.type !== 'TaggedTemplateExpression') {
    writeTemplate(writer, node);
    return;
  }
  writer.items.push(`<${node.type}`);
  for (const name of fieldsInOrder(node)) writeField(writer, node, name);
  writer.items.push('>');
}

function writeField(writer: Writer, node: Node, field: string): void {
  const value = node[field];
  if (field === 'children' && node.type.startsWith('JSX')) writeChildren(writer, list(node, 'children'));
  else if (field === 'value' && node.type === 'JSXAttribute') writeAttribute(writer, node);
  else if (node.type === 'Program' && field === 'body') writeBody(writer, node);
  else if (Array.isArray(value)) {
    for (const item of value) writeValue(writer, item ?? 'hole', node, field);
    writer.items.push(`end of ${field}`);
  } else if (field !== 'computed' || !isTextKey(writer, node)) writeValue(writer, value, node, field);
}

function writeBody(writer: Writer, program: Node): void {
  const body = list(program, 'body');
  let next = 0;
  for (const { at, from, to } of writer.kept) {
    for (; next < at; next++) writeNode(writer, body[next]!, program, 'body');
    writer.items.push(`statements ${from} to ${to}`);
    next += to - from;
  }
  for (; next < body.length; next++) writeNode(writer, body[next]!, program, 'body');
  writer.items.push('end of body');
}

function writeValue(writer: Writer, value: unknown, node: Node, field: string): void {
  if (isNode(value)) writeNode(writer, value, node, field);
  else if (typeof value === 'object' && value !== null) writer.items.push(`${field} ${JSON.stringify(value)}`);
  else if (value !== undefined && value !== null && value !== false) writer.items.push(`${field} ${String(value)}`);
}

/** True for a member whose name is a certain text, so that brackets around it say nothing. */
function isTextKey(writer: Writer, member: Node): boolean {
  const key = child(member, 'key');
  return isText(key, member, 'key') && foldedText(key, writer.constants) !== undefined;
}

/** True where a text, or a name for one, may stand for its value. */
function isText(node: Node | undefined, parent: Node | undefined, field: string): boolean {
  if (!node || !parent || (parent.type === 'TaggedTemplateExpression' && field === 'quasi')) return false;
  if (node.type === 'Identifier' || node.type === 'MemberExpression') {
    if (isOwnName(node, parent, field) || (parent.shorthand === true && field === 'key')) return false;
    return !NAMING.test(`${parent.type}.${field}`);
  }
  return node.type === 'StringLiteral' || node.type === 'TemplateLiteral';
}

function writeTemplate(writer: Writer, node: Node): void {
  noteUses(writer, node);
  writer.items.push('<template');
  for (const part of templateParts(node, writer.constants)) {
    if (typeof part === 'string') writer.items.push(`text ${JSON.stringify(part)}`);
    else writeNode(writer, part, node, 'expressions');
  }
  writer.items.push('>');
}

function writeAttribute(writer: Writer, attribute: Node): void {
  const value = child(attribute, 'value');
  const expression = value?.type === 'JSXExpressionContainer' ? child(value, 'expression') : value;
  const text = foldedText(expression, writer.constants);
  if (text === undefined) {
    if (value) writeNode(writer, value, attribute, 'value');
    return;
  }
  noteUses(writer, expression!);
  writer.items.push(`text ${JSON.stringify(text)}`);
}

/** Children of an element; text and expressions that are text are one text as it is displayed. */
function writeChildren(writer: Writer, children: readonly Node[]): void {
  let run = '';
  const flush = (): void => {
    if (run !== '') writer.items.push(`text ${JSON.stringify(run)}`);
    run = '';
  };
  for (const node of children) {
    const expression = node.type === 'JSXExpressionContainer' ? child(node, 'expression') : undefined;
    const folded = node.type === 'JSXText' ? displayedText(word(node, 'value') ?? '') : foldedText(expression, writer.constants);
    if (expression) noteUses(writer, expression);
    if (folded !== undefined) run += folded;
    else if (expression?.type !== 'JSXEmptyExpression') {
      flush();
      writeNode(writer, node);
    }
  }
  flush();
  writer.items.push('end of children');
}

function noteUse(writer: Writer, node: Node, parent: Node | undefined, field: string): void {
  const name = word(node, 'name');
  if (name !== undefined && parent && !isOwnName(node, parent, field)) writer.used.add(name);
}

/** Notes the names within an expression that is written as text. */
function noteUses(writer: Writer, node: Node): void {
  if (node.type === 'Identifier') writer.used.add(word(node, 'name') ?? '');
  if (node.type === 'MemberExpression') noteUses(writer, child(node, 'object')!);
  for (const expression of node.type === 'TemplateLiteral' ? list(node, 'expressions') : []) noteUses(writer, expression);
}
