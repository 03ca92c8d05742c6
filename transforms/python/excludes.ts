import type { ModuleRef } from '../../src/types/language.ts';
import type { SourceFile, Span } from '../../src/types/source.ts';
import { evidenceOf } from './evidence.ts';
import { excerptOf } from './excerpt.ts';
import { linesOf, type Token } from './lines.ts';
import { parseSource } from './parse/tree.ts';
import { edit } from './search-path.ts';

/**
 * Whether it is certain, without a parse of the whole file, that no name comes to stand at any of the hits and that none of them begins
 * a text that continues another: all are in comments or texts of several lines, or the file can import nothing from the root.
 */
export function excludes(file: SourceFile, hits: readonly Span[], module: () => ModuleRef | undefined): boolean {
  const read = linesOf(file.text, hits.at(-1)?.end ?? 0);
  if (!read) return false;
  let index = 0;
  let named = false;
  for (const hit of hits) {
    while (index < read.tokens.length && read.tokens[index]!.end <= hit.start) index++;
    const token = read.tokens[index];
    if (!token || token.start > hit.start || token.kind === 'comment') continue;
    if (mayContinue(file.text, hit, token)) return false;
    named ||= !token.long || isInField(hit, token);
  }
  return !named || cannotImport(file, module());
}

/** Whether the hit begins a string that may stand directly behind another one, or behind a `+`. */
function mayContinue(text: string, hit: Span, token: Token): boolean {
  if (isInField(hit, token)) return true;
  const before = text[hit.start - 1];
  if (before !== '"' && before !== "'") return false;
  return !/[=,:[{]\s*$|\w[ \t]*\([ \t]*$/.test(text.slice(Math.max(0, token.start - 80), token.start));
}

function isInField(hit: Span, { fields = [] }: Token): boolean {
  return fields.some(({ start, end }) => start < hit.end && hit.start < end);
}

/** Whether nothing shows that the file can import from the root; seen from the statements at module level alone. */
function cannotImport(file: SourceFile, module: ModuleRef | undefined): boolean {
  if (!module) return true;
  const { text } = file;
  const read = linesOf(text);
  if (!read) return false;
  const { lines } = read;
  const chosen = lines.map(({ indent }) => indent === 0);
  for (const match of text.matchAll(new RegExp(edit, 'g'))) {
    let index = lines.findLastIndex(({ start, indent }) => indent === 0 && start <= match.index);
    for (index++; index < lines.length && lines[index]!.indent > 0; index++) chosen[index] = true;
  }
  const excerpt = excerptOf(text, lines, (index) => chosen[index]!);
  const { tree, faults } = parseSource(excerpt);
  return faults.length === 0 && 'missing' in evidenceOf(file, tree, module);
}
