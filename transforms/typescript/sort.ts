import type { SourceFile } from '../../src/types/source.ts';
import { hasBlankLine } from './lines.ts';
import { child, type Node, word } from './parse/node.ts';

/** Beside which import, and on which side of it, a new one belongs. */
export interface Neighbour {
  readonly node: Node;
  readonly side: 'before' | 'after';
}

/** The place of a specifier in a block of imports: among its own kind, in the visible order. */
export function neighbourOf(imports: readonly Node[], specifier: string, file: SourceFile): Neighbour {
  const groups = groupsOf(imports, file);
  const kind = kindOf(specifier);
  const group = groups.findLast((one) => one.some((node) => kindOf(sourceOf(node)) === kind)) ?? fallbackGroup(groups, kind);
  const same = group.filter((node) => kindOf(sourceOf(node)) === kind);
  if (same.length === 0) {
    const earlier = group.findLast((node) => RANK.indexOf(rankOf(sourceOf(node))) <= RANK.indexOf(rankOf(specifier)));
    if (!earlier && isFree(group[0]!, file)) return { node: group[0]!, side: 'before' };
    return { node: earlier ?? group.at(-1)!, side: 'after' };
  }
  const sources = same.map((node) => sourceOf(node).toLowerCase());
  const sorted = sources.length > 1 && sources.every((source, index) => index === 0 || sources[index - 1]! <= source);
  const next = sorted ? sources.findIndex((source) => source > specifier.toLowerCase()) : -1;
  if (next > 0) return { node: same[next - 1]!, side: 'after' };
  if (next === 0 && isFree(same[0]!, file)) return { node: same[0]!, side: 'before' };
  return { node: same.at(-1)!, side: 'after' };
}

const RANK = ['package', 'alias', 'parent', 'sibling'];

function rankOf(specifier: string): string {
  if (specifier.startsWith('..')) return 'parent';
  if (specifier.startsWith('.')) return 'sibling';
  return /^(?:@\/|~|#|\/)/.test(specifier) ? 'alias' : 'package';
}

/** Relative, an alias with its prefix, or a package. */
function kindOf(specifier: string): string {
  const rank = rankOf(specifier);
  return rank === 'alias' ? `alias ${specifier.slice(0, specifier.indexOf('/') + 1)}` : rank;
}

function sourceOf(node: Node): string {
  return word(child(node, 'source') ?? child(child(node, 'moduleReference'), 'expression'), 'value') ?? '';
}

/** Imports between blank lines. */
function groupsOf(imports: readonly Node[], file: SourceFile): Node[][] {
  const groups: Node[][] = [];
  imports.forEach((node, index) => {
    const gap = index === 0 ? '\n\n' : file.text.slice(imports[index - 1]!.end, node.start);
    if (hasBlankLine(gap)) groups.push([node]);
    else groups.at(-1)!.push(node);
  });
  return groups;
}

/** The last group that holds nothing which would have to come later. */
function fallbackGroup(groups: readonly Node[][], kind: string): Node[] {
  const rank = RANK.indexOf(kind.split(' ')[0]!);
  return groups.findLast((group) => group.some((node) => RANK.indexOf(rankOf(sourceOf(node))) <= rank)) ?? groups.at(-1)!;
}

/** True when nothing before an import on its line, and no comment on the line above, belongs to it. */
function isFree(node: Node, file: SourceFile): boolean {
  const [line = '', above = ''] = file.text
    .slice(0, node.start)
    .split(/\r\n|\r|\n/)
    .reverse();
  return line === '' && !/\*\/\s*$|\/\//.test(above);
}
