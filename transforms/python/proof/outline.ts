import type { SyntaxNode, TreeCursor } from '@lezer/common';
import type { ModuleRef, Origin, Outline } from '../../../src/types/language.ts';
import type { SourceFile } from '../../../src/types/source.ts';
import { parse, parseAgain, same, textOf } from '../parse/tree.ts';
import { hasDocstring, headOf } from './head.ts';
import { type Resolution, resolve } from './resolve.ts';
import { meaningOf, stringToken } from './string-token.ts';

/** What a writer of items needs to know. */
interface Sheet {
  readonly file: SourceFile;
  readonly resolution: Resolution;
  readonly comments: string[];
  /** Replacement fields that only Python 3.12 and later take. */
  readonly late: SyntaxNode[];
}

/** A piece of a text: characters, or the tokens of a replacement field. */
type Part = string | readonly string[];

/** The program as a list of tokens: texts by value with the constants folded in, blocks, statements and docstrings marked, imports of the module left out. */
export function outline(file: SourceFile, module: ModuleRef, origin?: Origin): Outline {
  const { tree, faults } = origin ? parseAgain(file, origin) : parse(file);
  const sheet: Sheet = { file, resolution: resolve(file, tree, module), comments: [], late: [] };
  const items: string[] = [];
  walk(sheet, tree.cursor(), items);
  const { statements, unused } = sheet.resolution;
  return {
    errors: faults.length + sheet.late.length,
    items: [...items, ...headOf(file, tree), ...sheet.comments],
    unused,
    imports: statements,
  };
}

const TEXTS = new Set(['String', 'FormatString', 'ContinuedString', 'VariableName', 'MemberExpression', 'AttributePattern']);

function walk(sheet: Sheet, cursor: TreeCursor, items: string[]): void {
  const { name, from, to, type } = cursor;
  if (name === 'Comment') {
    sheet.comments.push(commentText(sheet.file.text.slice(from, to)));
    return;
  }
  if (TEXTS.has(name)) {
    const parts = name.endsWith('String') || sheet.resolution.any ? partsOf(sheet, cursor.node) : undefined;
    if (parts) {
      writeText(parts, items);
      return;
    }
  }
  const exported = name === 'VariableName' && sheet.resolution.any ? sheet.resolution.exportedName(cursor.node) : undefined;
  if (exported !== undefined) {
    items.push(`of the module ${exported}`);
    return;
  }
  if (name === 'ImportStatement') {
    const rest = sheet.resolution.remainderOf(from);
    if (rest) {
      items.push(...rest);
      noteComments(sheet, cursor.node);
      return;
    }
  }
  if ((name === 'Script' || name === 'Body') && hasDocstring(sheet.file, cursor.node)) items.push('docstring');
  const isBlock = name === 'Body' || name === 'MatchBody';
  if (!cursor.firstChild()) {
    items.push(type.isError ? 'error' : `${name} ${sheet.file.text.slice(from, to)}`);
    return;
  }
  if (isBlock || type.is('Statement') || name === 'MatchClause') items.push(`open ${name}`);
  do walk(sheet, cursor, items);
  while (cursor.nextSibling());
  cursor.parent();
  if (isBlock) items.push('close');
}

function noteComments(sheet: Sheet, statement: SyntaxNode): void {
  for (const comment of statement.getChildren('Comment')) sheet.comments.push(commentText(textOf(sheet.file, comment)));
}

/** Without the line ending, which the parser counts in before a form feed and between mixed endings. */
function commentText(comment: string): string {
  return comment.replace(/[\r\n\f]{1,9}$/, '');
}

function writeText(parts: readonly Part[], items: string[]): void {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (typeof part === 'string' && typeof last === 'string') merged[merged.length - 1] = last + part;
    else if (part !== '') merged.push(part);
  }
  if (merged.length === 0) items.push('text ');
  else if (merged.length === 1 && typeof merged[0] === 'string') items.push(`text ${merged[0]}`);
  else {
    items.push('open text');
    for (const part of merged) items.push(...(typeof part === 'string' ? [`text ${part}`] : part));
    items.push('close text');
  }
}

/** The parts of a text, or undefined where the expression is none. */
function partsOf(sheet: Sheet, node: SyntaxNode): Part[] | undefined {
  const { file, resolution } = sheet;
  switch (node.name) {
    case 'ContinuedString': {
      const parts: Part[] = [];
      for (let child = node.firstChild; child; child = child.nextSibling) parts.push(...(partsOf(sheet, child) ?? []));
      return parts;
    }
    case 'String': {
      const token = stringToken(textOf(file, node));
      return token.isBytes ? [[`bytes ${token.isRaw ? 'raw ' : ''}${token.body}`]] : [meaningOf(token.body, token)];
    }
    case 'FormatString':
      return formatParts(sheet, node);
    case 'VariableName':
    case 'MemberExpression':
    case 'AttributePattern': {
      const value = resolution.valueOf(node);
      return value === undefined ? undefined : [value];
    }
    default:
      return undefined;
  }
}

function formatParts(sheet: Sheet, node: SyntaxNode): Part[] {
  const { text } = sheet.file;
  const token = stringToken(textOf(sheet.file, node));
  const parts: Part[] = [];
  let at = node.from + token.from;
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'FormatReplacement') continue;
    parts.push(meaningOf(text.slice(at, child.from), token), ...fieldParts(sheet, child, token.quote));
    at = child.to;
  }
  parts.push(meaningOf(text.slice(at, node.to - token.quote.length), token));
  return parts;
}

/** A field that holds one constant text, unconverted and unformatted, is that text; any other is its tokens. */
function fieldParts(sheet: Sheet, field: SyntaxNode, quote: string): Part[] {
  if (isLate(textOf(sheet.file, field), quote)) sheet.late.push(field);
  const inner = field.firstChild?.nextSibling;
  if (inner && same(inner.nextSibling, field.lastChild) && field.lastChild?.name === '}') {
    const parts = partsOf(sheet, inner);
    if (parts?.every((part) => typeof part === 'string')) return parts;
  }
  const items: string[] = ['open field'];
  writeField(sheet, field, items);
  items.push('close field');
  return [items];
}

/** Before Python 3.12 a field holds no backslash, no comment, and not the quotes of its text. */
function isLate(field: string, quote: string): boolean {
  return field.includes(quote) || /[\\#]/.test(field);
}

function writeField(sheet: Sheet, field: SyntaxNode, items: string[]): void {
  const { text } = sheet.file;
  if (field.getChild('FormatSelfDoc')) items.push(`source ${text.slice(field.from, field.to)}`);
  for (let child = field.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'FormatSpec') {
      walk(sheet, child.cursor(), items);
      continue;
    }
    let at = child.from;
    for (let nested = child.firstChild; nested; nested = nested.nextSibling) {
      if (nested.name !== 'FormatReplacement') continue;
      items.push(`spec ${text.slice(at, nested.from)}`);
      writeField(sheet, nested, items);
      at = nested.to;
    }
    items.push(`spec ${text.slice(at, child.to)}`);
  }
}
