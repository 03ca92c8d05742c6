import type { SourceFile } from '../../src/types/source.ts';
import { child, list, type Node, walk } from './parse/node.ts';
import type { Tree } from './parse/parse.ts';

/** How a file writes its imports. */
export interface Style {
  readonly quote: "'" | '"';
  readonly semicolon: '' | ';';
  /** Between a brace and what it holds. */
  readonly padding: '' | ' ';
  readonly eol: string;
  readonly indent: string;
  /** Columns of the longest line that an import may take. */
  readonly width: number;
}

const USUAL_WIDTH = 80;
const ENDING =
  /^(?:Variable|Import|ExportAll|ExportNamed)Declaration$|^(?:Expression|Throw)Statement$|(?:Literal|Expression|Identifier)$/;

/** Derives the style from the imports of a file, and where there are none from the rest of it. */
export function styleOf(tree: Tree, file: SourceFile, imports: readonly Node[]): Style {
  const sources = imports.map((node) => file.text.slice(node.start, node.end));
  const named = sources.filter((source) => source.includes('{'));
  const widths = named.filter((source) => !/[\r\n]/.test(source)).map((source) => source.length);
  return {
    quote: quoteOf(tree, file, sources),
    semicolon: ends(sources.length > 0 ? sources : statementsOf(tree).map((node) => file.text.slice(node.start, node.end))),
    padding: named.length > 0 && named.every((source) => /\{\S/.test(source)) ? '' : ' ',
    eol: /\r\n|[\r\n]/.exec(file.text)?.[0] ?? '\n',
    indent: /(?:^|[\r\n])(\t| {1,8})(?=[^\s*])/.exec(file.text)?.[1] ?? '  ',
    width: Math.max(USUAL_WIDTH, ...widths),
  };
}

function quoteOf(tree: Tree, file: SourceFile, sources: readonly string[]): "'" | '"' {
  const inImports = sources.map((source) => /['"](?=;?$)/.exec(source)?.[0]).filter(Boolean);
  if (inImports.length > 0) return inImports.filter((quote) => quote === '"').length * 2 > inImports.length ? '"' : "'";
  if (!file.text.includes('"')) return "'";
  let double = 0;
  let single = 0;
  walk(tree.program, (node, parent) => {
    if ((node.type !== 'StringLiteral' && node.type !== 'DirectiveLiteral') || parent.type === 'JSXAttribute') return;
    if (file.text[node.start] === '"') double++;
    else single++;
  });
  return double > single ? '"' : "'";
}

/** Directives and statements that end in a semicolon where a file uses them. */
function statementsOf(tree: Tree): Node[] {
  const statements = list(tree.program, 'body').filter((node) => ENDING.test((child(node, 'declaration') ?? node).type));
  return [...list(tree.program, 'directives'), ...statements];
}

function ends(sources: readonly string[]): '' | ';' {
  return sources.filter((source) => source.endsWith(';')).length * 2 >= sources.length ? ';' : '';
}
