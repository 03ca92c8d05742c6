import type { Tree } from '@lezer/common';
import type { SourceFile, Span } from '../../../src/types/source.ts';
import { children, endOf } from '../parse/tree.ts';

/** An import statement at module level, read off its text. */
export interface ImportText extends Span {
  /** `from … import …`. */
  readonly isFrom: boolean;
  /** The dotted name behind `from`, with the dots of a relative import before it; empty for `import …`. */
  readonly source: string;
  /** Each name with what it is bound to; none where everything is imported. */
  readonly names: readonly { readonly name: string; readonly local: string }[];
  readonly isStar: boolean;
}

/** The import statements that run whenever the module does, in order. */
export function importsOf(file: SourceFile, tree: Tree): ImportText[] {
  const statements = children(tree.topNode).flatMap((node) => (node.name === 'StatementGroup' ? children(node) : [node]));
  return statements
    .filter(({ name }) => name === 'ImportStatement')
    .map((node) => ({ start: node.from, end: endOf(node), ...partsOf(file.text.slice(node.from, endOf(node))) }));
}

/** A name or a dot, of a statement without comments, line continuations and white space. */
const WORD = /[^\s.,()*\\]+|[.,*]/gu;

function partsOf(statement: string): Omit<ImportText, 'start' | 'end'> {
  const words: readonly string[] = statement.replace(/#[^\r\n]*/g, ' ').match(WORD) ?? [];
  const isFrom = words[0] === 'from';
  const start = isFrom ? words.indexOf('import', 1) : 0;
  const list = listed(words.slice(start + 1));
  const names = list.map((part) => {
    const as = part.indexOf('as');
    const name = part.slice(0, as < 0 ? part.length : as).join('');
    return { name, local: as < 0 ? name : (part[as + 1] ?? '') };
  });
  const isStar = names.some(({ name }) => name === '*');
  return { isFrom, source: words.slice(1, Math.max(1, start)).join(''), names: isStar ? [] : names, isStar };
}

/** The words between the commas. */
function listed(words: readonly string[]): string[][] {
  const parts: string[][] = [[]];
  for (const word of words)
    if (word === ',') parts.push([]);
    else parts.at(-1)!.push(word);
  return parts.filter((part) => part.length > 0);
}
