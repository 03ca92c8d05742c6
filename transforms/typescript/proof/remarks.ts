import type { SourceFile, Span } from '../../../src/types/source.ts';
import { child, list, type Node, walk, word } from '../parse/node.ts';
import type { Tree } from '../parse/parse.ts';

/** Comments that tell a tool what to do with the line below. */
const OF_LINE_BELOW =
  /@ts-(?:ignore|expect-error)\b|-next-line\b|\b(?:biome|prettier|deno-lint|oxlint|c8|v8|istanbul)[- ]ignore\b/;

/** The comments as they stand; one that silences the next line also says when that is an import of the domain module. */
export function remarksOf(tree: Tree, file: SourceFile, imports: readonly Span[]): string[] {
  return tree.comments.map((comment) => {
    const text = file.text.slice(comment.start, comment.end);
    if (!OF_LINE_BELOW.test(text)) return text;
    const next = comment.end + /^\s*/.exec(file.text.slice(comment.end))![0].length;
    return imports.some(({ start }) => start === next) ? `${text} import` : text;
  });
}

/** Imports of the domain module that are not of the file's kind. TypeScript and the compilers of components take both. */
export function mixedImports(tree: Tree, file: SourceFile, imports: readonly Node[]): string[] {
  const rest = list(tree.program, 'body').filter((statement) => !imports.includes(statement));
  const isModule = rest.some(({ type }) => /^(?:Import|Export)/.test(type));
  const kinds = new Set(imports.map(({ type }) => (type === 'ImportDeclaration' ? 'import' : 'require')));
  if (isModule) return kinds.has('require') ? ['require in a module'] : [];
  return kinds.has('import') &&
    /\.(?:js|cjs|jsx)$/.test(file.path) &&
    !/\.(?:vue|svelte|astro)\./i.test(file.path) &&
    requires(tree)
    ? ['import in a file that requires']
    : [];
}

function requires(tree: Tree): boolean {
  let found = false;
  walk(tree.program, (node) => {
    found ||= node.type === 'CallExpression' && word(child(node, 'callee'), 'name') === 'require';
    found ||=
      node.type === 'MemberExpression' &&
      word(child(node, 'object'), 'name') === 'module' &&
      word(child(node, 'property'), 'name') === 'exports';
  });
  return found;
}
