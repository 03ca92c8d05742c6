import type { Literal } from '../../src/types/language.ts';
import type { Edit, SourceFile, Span } from '../../src/types/source.ts';
import { decodedEntities } from './entities.ts';
import { renderJsxText } from './jsx-text.ts';
import { child, list, type Node } from './parse/node.ts';
import { type Fill, type Site, siteOf } from './site.ts';

/** The edits that put names into one text; each as small as can be, so that others fit beside it. */
export function render(file: SourceFile, literal: Literal, fills: readonly Fill[]): readonly Edit[] {
  const site = siteOf(literal);
  if (!site || fills.length === 0) return [];
  if (site.kind === 'jsx-text') return renderJsxText(file, literal.body, fills);
  const [fill] = fills;
  if (fills.length === 1 && fill!.span.start === literal.body.start && fill!.span.end === literal.body.end)
    return [bare(file, site, fill!.name)];
  const insertions = fills.map(({ span, name }) => ({ start: span.start, end: span.end, text: `\${${name}}` }));
  if (site.kind === 'template') return insertions;
  const [open, close] = braces(file, site);
  const start = literal.span.start;
  const end = literal.span.end;
  return [
    { start, end: start + 1, text: `${open}\`` },
    ...insertions,
    ...restOf(literal.body, fills).flatMap((span) =>
      site.kind === 'attribute' ? fromAttribute(file, span) : fromString(file, span),
    ),
    { start: end - 1, end, text: `\`${close}` },
  ].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A name in place of the whole text, kept apart from the words beside it. */
function bare(file: SourceFile, site: Site, name: string): Edit {
  const { start, end } = site.node;
  const [open, close] = braces(file, site);
  const before = open === '' && /[\w$\u0080-\uffff]/.test(file.text[start - 1] ?? '') ? ' ' : '';
  const after = close === '' && /[\w$\u0080-\uffff]/.test(file.text[end] ?? '') ? ' ' : '';
  return { start, end, text: before + open + name + close + after };
}

/** What has to stand around an expression in place of a text: JSX braces, or the brackets of a computed key. */
function braces(file: SourceFile, site: Site): [string, string] {
  if (site.kind === 'attribute') return ['{', '}'];
  const parent = site.path.at(-2)!;
  if (!isPlainKey(parent, site.node)) return ['', ''];
  return [continuesField(file, parent, site) ? ';[' : '[', ']'];
}

function isPlainKey(parent: Node, node: Node): boolean {
  return /(?:Property|Method)$/.test(parent.type) && child(parent, 'key') === node && parent.computed !== true;
}

/** True where a bracket would continue the class field above, which ends without a semicolon. */
function continuesField(file: SourceFile, member: Node, site: Site): boolean {
  const members = list(site.path.at(-3), 'body');
  const previous = members[members.indexOf(member) - 1];
  return (
    previous !== undefined &&
    /^Class\w*Property$/.test(previous.type) &&
    member.start === site.node.start &&
    file.text[previous.end - 1] !== ';'
  );
}

/** The parts of a text that no fill covers. */
function restOf(body: Span, fills: readonly Fill[]): Span[] {
  const starts = [body.start, ...fills.map((fill) => fill.span.end)];
  const ends = [...fills.map((fill) => fill.span.start), body.end];
  return starts.map((start, index) => ({ start, end: ends[index]! }));
}

/** Escapes what a template would read otherwise, and takes the backslash off quotes. */
function fromString(file: SourceFile, span: Span): Edit[] {
  const edits: Edit[] = [];
  for (const found of file.text.slice(span.start, span.end).matchAll(/\\[\s\S]|`|\$\{/g)) {
    const start = span.start + found.index;
    if (/^\\['"]$/.test(found[0])) edits.push({ start, end: start + 1, text: '' });
    else if (!found[0].startsWith('\\')) edits.push({ start, end: start, text: '\\' });
  }
  return edits;
}

/** An attribute has entities and no escapes; a template has escapes and no entities. */
function fromAttribute(file: SourceFile, span: Span): Edit[] {
  return [...file.text.slice(span.start, span.end).matchAll(/&#?\w+;|[\\`]|\$\{/g)].flatMap((found) => {
    const start = span.start + found.index;
    if (!found[0].startsWith('&')) return [{ start, end: start, text: '\\' }];
    const text = templateText(decodedEntities(found[0]));
    return text === found[0] ? [] : [{ start, end: start + found[0].length, text }];
  });
}

/** A decoded text as a template writes it; what cannot be seen is escaped. */
function templateText(text: string): string {
  return text
    .replace(/[\\`$]/g, '\\$&')
    .replace(
      /[\u0000-\u001f\u007f-\u00a0\u00ad\u2000-\u200f\u2028-\u202f\ufeff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
}
