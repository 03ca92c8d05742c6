import type { Edit, SourceFile } from '../../src/types/source.ts';
import { requiredSpecifier } from './imports.ts';
import { hasBlankLine, lineStart } from './lines.ts';
import { importText, type Wanted } from './merge.ts';
import { isOfNextLine } from './next-line.ts';
import { child, list, type Node, word } from './parse/node.ts';
import type { Tree } from './parse/parse.ts';
import type { Convention } from './refusal.ts';
import { neighbourOf } from './sort.ts';
import { type Style, styleOf } from './style.ts';

/** The edit that adds an import of the domain module where the file's style puts it. */
export function newImport(
  tree: Tree,
  file: SourceFile,
  specifier: string,
  wanted: readonly Wanted[],
  convention: Convention,
): Edit {
  const imports = convention === 'esm' ? firstRun(tree) : leadingRequires(tree);
  const style = styleOf(tree, file, imports);
  const written = statementText(specifier, wanted, convention, style);
  const text = endsBefore(tree, file, imports.at(-1), convention) ? written : `${written.replace(/;$/, '')};`;
  if (imports.length === 0) return beforeProgram(tree, file, text, style);
  const { node, side } =
    convention === 'esm' ? neighbourOf(imports, specifier, file) : { node: imports.at(-1)!, side: 'after' as const };
  const indent = indentAt(file.text, node.start);
  if (side === 'before') return { start: node.start, end: node.start, text: indented(text + style.eol, indent, style) };
  const rest = /^[^\r\n]*/.exec(file.text.slice(node.end))![0];
  if (/^\s*(?:\/\/.*|(?:\/\*(?:(?!\*\/).)*\*\/\s*)*)$/.test(rest)) {
    const at = node.end + rest.length;
    return { start: at, end: at, text: indented(style.eol + text, indent, style) };
  }
  return {
    start: node.end,
    end: node.end,
    text: (style.semicolon || file.text[node.end - 1] === ';' ? ' ' : style.eol) + text + (style.semicolon ? '' : style.eol),
  };
}

/** Whether a statement without a semicolon ends where the one that follows the imports begins. */
function endsBefore(tree: Tree, file: SourceFile, last: Node | undefined, convention: Convention): boolean {
  const body = list(tree.program, 'body');
  const next = body[last ? body.indexOf(last) + 1 : 0];
  return !next || !(convention === 'esm' ? /;/ : /[([`+\-/*.,;]/).test(file.text[next.start]!);
}

/** The white space before a statement that begins its line. */
function indentAt(text: string, at: number): string {
  return /^[ \t]*$/.exec(text.slice(lineStart(text, at), at))?.[0] ?? '';
}

function indented(text: string, indent: string, { eol }: Style): string {
  return text.replaceAll(eol, eol + indent);
}

function statementText(
  specifier: string,
  wanted: readonly Wanted[],
  convention: Convention,
  { quote, semicolon, padding, eol, indent, width }: Style,
): string {
  const esm = convention === 'esm';
  const names = wanted.map((one) => importText(one, esm));
  const source = quote + specifier + quote;
  const [head, tail] = esm ? ['import', `from ${source}${semicolon}`] : ['const', `= require(${source})${semicolon}`];
  const line = `${head} {${padding}${names.join(', ')}${padding}} ${tail}`;
  if (line.length <= width || names.length === 1) return line;
  return `${head} {${eol}${names.map((name) => `${indent}${name},${eol}`).join('')}} ${tail}`;
}

/** The first block of import declarations at the top level. */
function firstRun(tree: Tree): Node[] {
  const body = list(tree.program, 'body');
  const first = body.findIndex(isImport);
  if (first < 0) return [];
  const length = body.slice(first).findIndex((statement) => !isImport(statement));
  return body.slice(first, length < 0 ? undefined : first + length);
}

function isImport(statement: Node): boolean {
  return (
    statement.type === 'ImportDeclaration' ||
    (statement.type === 'TSImportEqualsDeclaration' && child(statement, 'moduleReference')?.type === 'TSExternalModuleReference')
  );
}

/** The statements at the head of a CommonJS file that only require other modules. */
export function leadingRequires(tree: Tree): Node[] {
  const body = list(tree.program, 'body');
  const end = body.findIndex((statement) => !requires(statement));
  return body.slice(0, end < 0 ? undefined : end);
}

function requires(statement: Node): boolean {
  if (statement.type === 'ExpressionStatement') return requiredSpecifier(child(statement, 'expression')) !== undefined;
  const declarations = list(statement, 'declarations');
  return (
    statement.type === 'VariableDeclaration' &&
    declarations.every((one) => requiredSpecifier(requireCall(child(one, 'init'))) !== undefined)
  );
}

/** The `require('…')` of `require('…').name`. */
function requireCall(init: Node | undefined): Node | undefined {
  let at = init;
  while (at?.type === 'MemberExpression') at = child(at, 'object');
  return at;
}

const PRAGMAS = [
  '@(?:ts-nocheck|ts-check|flow|noflow|jsx|jest-|vitest-|prettier|format|generated|preserve|file|packageDocumentation|module|licen[sc]e|copyright)',
  'eslint-(?:disable(?!-next-line)|enable|env)',
  'globals? ',
  'biome-ignore-all',
  '(?:istanbul|c8) ignore',
  'redomain-disable',
  'copyright|\\(c\\)|©|SPDX|licen[sc]e',
];
/** A comment that speaks of the whole file, or has to be its first: licences, pragmas, triple slashes. */
const HEADER = new RegExp(`^[!*\\s]*(?:${PRAGMAS.join('|')})|^[/!]|\\bcopyright\\b|\\blicen[sc]ed? under\\b`, 'i');

/** Before the first statement and the comments that belong to it, after directives and what heads the file. */
function beforeProgram(tree: Tree, file: SourceFile, text: string, style: Style): Edit {
  const { eol } = style;
  const first = list(tree.program, 'body')[0]!;
  const floor = Math.max(
    0,
    child(tree.program, 'interpreter')?.end ?? 0,
    ...list(tree.program, 'directives').map((directive) => directive.end),
  );
  let at = first.start;
  for (const comment of tree.comments.filter(({ start, end }) => start >= floor && end <= first.start).reverse()) {
    const gap = file.text.slice(comment.end, at);
    const value = word(comment, 'value') ?? '';
    if ((hasBlankLine(gap) && !isOfNextLine(value)) || HEADER.test(value)) break;
    if (/\S/.test(file.text.slice(lineStart(file.text, comment.start), comment.start))) break;
    at = comment.start;
  }
  const before = file.text.slice(lineStart(file.text, at), at);
  if (/\S/.test(before)) return { start: at, end: at, text: eol + text + eol };
  const indent = indentAt(file.text, at);
  return { start: at, end: at, text: `${indented(text, indent, style)}${eol}${eol}${indent}` };
}
