import type { SyntaxNode, Tree } from '@lezer/common';
import type { SourceFile } from '../../src/types/source.ts';
import { firstSegments, type Import, topImports, topStatements } from './imports.ts';
import { shapeOf } from './parse/string-shape.ts';
import { endOf, textOf } from './parse/tree.ts';
import { pathEdits } from './search-path.ts';

/** Where whole lines go in, and what must stand around them to keep groups of imports apart. */
export interface Place {
  readonly offset: number;
  readonly before: string;
  readonly after: string;
  readonly eol: string;
}

/** Count of the statements at module level that must stay first: the docstring and `from __future__` imports. */
export function headerLength(file: SourceFile, statements: readonly SyntaxNode[]): number {
  let length = statements[0] && isDocstring(file, statements[0]) ? 1 : 0;
  statements.forEach((statement, i) => {
    if (/^from\s+__future__\b/.test(textOf(file, statement))) length = i + 1;
  });
  return length;
}

function isDocstring(file: SourceFile, statement: SyntaxNode): boolean {
  const text = statement.name === 'ExpressionStatement' ? statement.firstChild : null;
  if (text?.name === 'ContinuedString') return true;
  return text?.name === 'String' && !shapeOf(file.text, text.from, text.to).bytes;
}

/**
 * The place for an import of `specifier` before statement `first` and not before statement `from`: in order among the imports of the
 * project, after the last of them, after the imports that open the file, or after the header.
 */
export function placeFor(
  file: SourceFile,
  tree: Tree,
  specifier: string,
  packages: readonly string[],
  from: number,
  first: number,
): Place {
  const statements = topStatements(tree);
  const edits = pathEdits(file, statements).slice(0, first);
  const least = Math.max(from, headerLength(file, statements), edits.lastIndexOf(true) + 1);
  const body = statements.findIndex((one) => /^(Function|Class)Definition$|^DecoratedStatement$/.test(one.name));
  const before = (end: number) =>
    topImports(file, tree).filter(({ node }) => {
      const index = statements.findIndex((one) => one.from <= node.from && node.to <= one.to);
      return index >= least && index < end;
    });
  const leading = before(body < 0 ? first : Math.min(body, first));
  const imports = leading.length > 0 ? leading : before(first);
  const own = imports.filter((one) => firstSegments(one).includes(specifier.split('.')[0]!));
  const project = imports.filter((one) => one.level > 0 || firstSegments(one).some((name) => packages.includes(name)));
  const anchor = own.at(-1) ?? project.at(-1);
  if (anchor) return sorted(file, anchor, imports, specifier) ?? after(file, anchor.node, true);
  const last = imports.at(-1);
  if (last) return after(file, last.node, false);
  return least > 0 ? after(file, statements[least - 1]!, false) : atStart(file, statements[0]);
}

/** Before the first import of the anchor's run that sorts behind the specifier, where the run is sorted. */
function sorted(file: SourceFile, anchor: Import, imports: readonly Import[], specifier: string): Place | undefined {
  const at = imports.indexOf(anchor);
  let start = at;
  while (start > 0 && adjoin(file, imports[start - 1]!.node, imports[start]!.node)) start--;
  const run = imports.slice(start, at + 1).filter((one) => one.from && one.level === 0 && !one.grouped);
  const sameRoot = run.filter((one) => firstSegments(one)[0] === specifier.split('.')[0]);
  const group = sameRoot.length > 0 ? sameRoot : run;
  if (group.some((one, i) => i > 0 && group[i - 1]!.module > one.module)) return undefined;
  const next = group.find((one) => one.module > specifier);
  if (!next || (sameRoot.length === 0 && next === group[0])) return undefined;
  const following = imports[imports.indexOf(next) + 1];
  const alone = !following || !adjoin(file, next.node, following.node);
  const offset = alone ? beforeComment(file, next.node) : next.node.from;
  return { offset, before: '', after: '', eol: eolAt(file, offset) };
}

/** The start of the comment that stands right above a statement and speaks of it alone; at the top of a file it speaks of the file. */
function beforeComment(file: SourceFile, statement: SyntaxNode): number {
  const above = file.text.slice(0, statement.from);
  const lines = above.split(/(?<=\r\n|\r(?!\n)|\n)/);
  let at = lines.length;
  while (at > 0 && /^#(?!!)/.test(lines[at - 1]!)) at--;
  return statement.prevSibling && at > 0 && !lines[at - 1]!.startsWith('#!')
    ? lines.slice(0, at).join('').length
    : statement.from;
}

function adjoin(file: SourceFile, a: SyntaxNode, b: SyntaxNode): boolean {
  return /^[^\r\n]*(\r\n|\r|\n)$/.test(file.text.slice(endOf(a), b.from));
}

/** After the line on which the statement ends. `joins`: the line before is of the same group. */
function after(file: SourceFile, statement: SyntaxNode, joins: boolean): Place {
  const eol = eolAt(file, endOf(statement));
  const offset = afterLine(file.text, endOf(statement));
  const ended = /[\r\n]$/.test(file.text.slice(0, offset));
  return { offset, before: (ended ? '' : eol) + (joins ? '' : eol), after: gapBefore(file, offset, eol), eol };
}

/** The coding cookie with what may stand before it (PEP 263: a line of blanks or a comment), or else the interpreter line. */
const HEAD =
  /^(?:(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n|\r|\n))?[ \t\f]*#[^\r\n]*?coding[:=][^\r\n]*(?:\r\n|\r|\n)|#![^\r\n]*(?:\r\n|\r|\n))/;

/** At the top of a file without imports: behind the interpreter line, the coding cookie and a licence. */
function atStart(file: SourceFile, first: SyntaxNode | undefined): Place {
  const eol = eolAt(file, 0);
  const head = file.text.slice(0, first?.from ?? 0);
  const cookie = HEAD.exec(head)?.[0] ?? '';
  const lines = /^(?:\f*#[^\r\n]*(?:\r\n|\r|\n))*/.exec(head)![0].split(/(?<=\r\n|\r(?!\n)|\n)/);
  // A suppression speaks of the next line.
  const comments = lines.slice(0, lines.findLastIndex((line) => !line.includes('redomain-ignore')) + 1).join('');
  const separate = /^[ \t]*[\r\n]/.test(file.text.slice(comments.length));
  const offset = separate || /copyright|licen[cs]e|SPDX/i.test(comments) ? comments.length : cookie.length;
  return { offset, before: offset > 0 ? eol : '', after: gapBefore(file, offset, eol), eol };
}

/** Empty lines, where what follows is neither one nor another import: two before a definition. */
function gapBefore(file: SourceFile, offset: number, eol: string): string {
  const next = file.text.slice(offset, offset + 200);
  if (/^[ \t]*([\r\n]|(from|import)\b|$)/.test(next)) return '';
  return /^(def|async|class|@)/.test(next) ? eol + eol : eol;
}

function afterLine(text: string, offset: number): number {
  const end = /\r\n|\r|\n/g;
  end.lastIndex = offset;
  const match = end.exec(text);
  return match ? match.index + match[0].length : text.length;
}

/** The line ending nearest behind the offset, or the file's first. */
export function eolAt(file: SourceFile, offset: number): string {
  return /\r\n|\r|\n/.exec(file.text.slice(offset))?.[0] ?? /\r\n|\r|\n/.exec(file.text)?.[0] ?? '\n';
}
