import { partitionPoint } from '../../src/core/partition-point.ts';
import type { Literal, Reading } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { type Blocks, blocksOf, definedName } from './blocks.ts';
import { excerptOf } from './excerpt.ts';
import { type Line, type Lines, linesOf, type Token } from './lines.ts';
import { parseSource } from './parse/tree.ts';
import { readTree } from './read.ts';

/** So many comments on end may be too many for the parser. */
const COMMENTS = 50;

/** What `read` gives of a file that parses, made from the statements around the hits; `undefined` where these do not parse. */
export function glance(file: SourceFile, hits: readonly Span[], constants?: ReadonlySet<string>): Reading | undefined {
  const { text } = file;
  const read = linesOf(text);
  if (!read || hasLongRemark(text, read)) return undefined;
  const page: Page = { text, lines: read.lines, blocks: blocksOf(text, read.lines), chosen: new Set() };
  const comments = new Map<Token, Literal>();
  const strings: Span[] = [];
  const owners = new Map<number, Token | 'all'>();
  for (const hit of hits) {
    const token = tokenAt(read.tokens, hit.start);
    if (!token || token.end < hit.end) continue;
    if (token.kind === 'comment') comments.set(token, commentOf(page, token));
    else {
      strings.push(hit);
      chooseAround(page, token, owners);
    }
  }
  const excerpt = excerptOf(text, read.lines, (index) => page.chosen.has(index));
  const { tree, faults } = parseSource(excerpt);
  if (faults.length > 0) return undefined;
  const { literals, relations } = readTree(file, tree, strings, constants);
  return { literals: [...literals, ...comments.values()].sort((a, b) => a.span.start - b.span.start), relations };
}

interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  readonly blocks: Blocks;
  readonly chosen: Set<number>;
}

function tokenAt(tokens: readonly Token[], offset: number): Token | undefined {
  const token = tokens[lastAt(tokens, offset)];
  return token && offset < token.end ? token : undefined;
}

/** The last of sorted spans that begins at the offset or before it, or -1. */
function lastAt(spans: readonly Span[], offset: number): number {
  return partitionPoint(spans.length, (index) => spans[index]!.start <= offset) - 1;
}

function hasLongRemark(text: string, { tokens }: Lines): boolean {
  let run = 0;
  let end = -1;
  for (const token of tokens) {
    if (token.kind !== 'comment') run = 0;
    else run = run > 0 && text.slice(end, token.start).trim() === '' ? run + 1 : 1;
    if (run >= COMMENTS) return true;
    end = token.end;
  }
  return false;
}

/** A comment on a line of its own belongs to the block of the next statement, another one to its statement. */
function commentOf({ text, lines, blocks }: Page, { start, end }: Token): Literal {
  const index = lastAt(lines, start);
  const line = lines[index];
  const isOwn = !line || (start >= line.end && text.slice(line.end, start).includes('\n'));
  const names: string[] = [];
  // Without a line break behind it, the parser closes all blocks before the comment.
  const isLast = end === text.length;
  const self = isLast ? lines.length : isOwn ? index + 1 : index;
  const own = isOwn || isLast ? undefined : definedName(text, line!);
  if (own !== undefined) names.push(own);
  for (let at = blocks.parent[self] ?? -1; at >= 0; at = blocks.parent[at]!) {
    const name = definedName(text, lines[at]!);
    if (name !== undefined) names.unshift(name);
  }
  return { span: { start, end }, body: { start: start + 1, end }, kind: 'comment', labels: [], scope: names.join('.') };
}

/** Chooses the statement that a string stands in, and all of a function with several of them: what is assigned in it may relate them. */
function chooseAround(page: Page, token: Token, owners: Map<number, Token | 'all'>): void {
  const { text, lines, blocks } = page;
  const index = lastAt(lines, token.start);
  choose(page, index);
  if (/^(?:if|elif)\b/.test(text.slice(lines[index]!.start, lines[index]!.start + 5)) && blocks.parent[index + 1] === index) {
    choose(page, index + 1);
  }
  let owner = index;
  while (owner >= 0 && !isFunction(text, lines[owner]!)) owner = blocks.parent[owner]!;
  if (owner < 0) return;
  const other = owners.get(owner);
  if (other === undefined) owners.set(owner, token);
  if (other === undefined || other === token || other === 'all') return;
  owners.set(owner, 'all');
  const { indent } = lines[owner]!;
  page.chosen.add(owner);
  for (let at = owner + 1; at < lines.length && lines[at]!.indent > indent; at++) page.chosen.add(at);
}

function isFunction(text: string, line: Line): boolean {
  return text[line.start] !== 'c' && definedName(text, line) !== undefined;
}

/** Chooses a line with the headers of its blocks, the other clauses of their statements, and the definition behind a decorator. */
function choose(page: Page, index: number): void {
  const { text, lines, blocks, chosen } = page;
  for (let at = index; at >= 0 && !chosen.has(at); at = blocks.parent[at]!) {
    chosen.add(at);
    for (let other = blocks.previous[at]!; other >= 0; other = blocks.previous[other]!) chosen.add(other);
    for (let other = blocks.next[at]!; other >= 0; other = blocks.next[other]!) chosen.add(other);
  }
  if (text[lines[index]!.start] === '@') choose(page, index + 1);
}
