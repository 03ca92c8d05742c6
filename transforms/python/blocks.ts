import type { Line } from './lines.ts';

const CLAUSE = /^(?:elif|else|except|finally)\b/;

/** How logical lines contain each other; all numbers are indices of lines, -1 for none. */
export interface Blocks {
  /** The header of the block that a line stands in. */
  readonly parent: readonly number[];
  /** The line of the same statement that the clause of a line follows. */
  readonly previous: readonly number[];
  /** The clause that follows the one of a line. */
  readonly next: readonly number[];
}

/** The blocks of a text that parses. */
export function blocksOf(text: string, lines: readonly Line[]): Blocks {
  const parent: number[] = [];
  const previous: number[] = [];
  const next: number[] = lines.map(() => -1);
  const open: number[] = [];
  lines.forEach((line, index) => {
    let last = -1;
    while (open.length > 0 && lines[open.at(-1)!]!.indent >= line.indent) last = open.pop()!;
    parent.push(open.at(-1) ?? -1);
    const isClause = CLAUSE.test(text.slice(line.start, line.start + 8));
    previous.push(isClause ? last : -1);
    if (isClause && last >= 0) next[last] = index;
    open.push(index);
  });
  return { parent, previous, next };
}

/** The name that a line defines as a function or class. */
export function definedName(text: string, { start, end }: Line): string | undefined {
  const c = text[start];
  if (c !== 'd' && c !== 'a' && c !== 'c') return undefined;
  return /^(?:(?:async[ \t]+)?def|class)[ \t]+(\w+)/.exec(text.slice(start, Math.min(end, start + 200)))?.[1];
}
