import type { SourceFile } from '../../src/types/source.ts';
import { child, list, type Node, word } from './parse/node.ts';
import { isTree, parse } from './parse/parse.ts';

/** A text with its HTML entities decoded as JSX decodes them; unknown ones stay. */
export function decodedEntities(text: string): string {
  if (!text.includes('&')) return text;
  const probe: SourceFile = { path: 'entity.jsx', text: `<a b="${text}" />`, encoding: 'utf8' };
  const tree = parse(probe);
  if (!isTree(tree)) return text;
  const element = child(list(tree.program, 'body')[0], 'expression');
  const attribute: Node | undefined = list(child(element, 'openingElement'), 'attributes')[0];
  return word(child(attribute, 'value'), 'value') ?? text;
}
