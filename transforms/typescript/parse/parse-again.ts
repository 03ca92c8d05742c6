import { splice } from '../../../src/core/edits.ts';
import { isTooDeep } from '../../../src/core/too-deep.ts';
import type { Origin } from '../../../src/types/language.ts';
import type { Edit, SourceFile, Span } from '../../../src/types/source.ts';
import { child, list, type Node } from './node.ts';
import { type Failure, type Grammar, isTree, type Kept, parse, parseAs, type Tree } from './parse.ts';

/**
 * The tree of a file that was made of another one by edits: statements of the top level that no edit touches are those of the other
 * one's tree, the rest is parsed alone. Where it is not certain that it reads alone as it does in its place, the whole is parsed.
 */
export function parseAgain(file: SourceFile, origin: Origin): Tree | Failure {
  const tree = parse(origin.file);
  return (isTree(tree) && tree.grammar && pieceTogether(file.text, tree, origin)) || parse(file);
}

/** Statements of the original that are read again, by index, the last not among them; and the text from the statement before to the one behind. */
interface Stretch extends Span {
  readonly from: number;
  readonly to: number;
}

function pieceTogether(made: string, tree: Tree, { file, edits, others = [] }: Origin): Tree | undefined {
  const statements = list(tree.program, 'body');
  const stretches = stretchesOf(tree, statements, file.text, [...edits, ...others]);
  if (!stretches) return undefined;
  const body: Node[] = [];
  const comments: Node[] = [];
  const kept: Kept[] = [];
  let [statement, comment, edit, shift] = [0, 0, 0, 0];
  const keep = (to: number, end: number): void => {
    if (statement < to) kept.push({ at: body.length, from: statement, to, shift });
    for (; statement < to; statement++) body.push(statements[statement]!);
    for (let one = tree.comments[comment]; one && one.end <= end; one = tree.comments[++comment])
      comments.push({ ...one, ...moved(one, shift) });
  };
  for (const { from, to, start, end } of stretches) {
    keep(from, start);
    const own: Edit[] = [];
    for (let one = edits[edit]; one && one.end <= end; one = edits[++edit])
      own.push({ start: one.start - start, end: one.end - start, text: one.text });
    const text = splice(file.text.slice(start, end), own);
    const read = readAlone(text, start + shift, tree.grammar!, to < statements.length);
    const fresh = list(read?.program, 'body');
    // Without what stood before it, a text that stands alone would be a directive.
    if (!read || (from === 0 && to > 0 && fresh.length === 0)) return undefined;
    for (const node of fresh) body.push(node);
    for (const one of read.comments) comments.push(one);
    statement = to;
    while (tree.comments[comment] && tree.comments[comment]!.end <= end) comment++;
    shift += text.length - (end - start);
  }
  keep(statements.length, Number.POSITIVE_INFINITY);
  return { text: made, program: { ...tree.program, body }, comments, pieced: { origin: tree, kept } };
}

/** A span so many characters further. */
export function moved({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}

/** The stretches that edits touch, in order; nothing where one touches what heads the file, or what stands before a stretch may go on in it. */
function stretchesOf(tree: Tree, statements: readonly Node[], text: string, edits: readonly Edit[]): Stretch[] | undefined {
  const interpreter = child(tree.program, 'interpreter')?.end ?? 0;
  const head = list(tree.program, 'directives').at(-1)?.end ?? interpreter;
  if (head > 0 && edits.some(({ start }) => start <= head)) return undefined;
  const ranges: { from: number; to: number }[] = [];
  let from = 0;
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    while (from < statements.length && statements[from]!.end < edit.start) from++;
    let to = from;
    while (to < statements.length && statements[to]!.start <= edit.end) to++;
    const last = ranges.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else ranges.push({ from, to });
  }
  const isAlone = ranges.every((range) =>
    range.from > 0 ? isClosed(statements[range.from - 1]!, text) : head === interpreter || text[head - 1] === ';',
  );
  if (!isAlone) return undefined;
  return ranges.map(({ from, to }) => {
    return { from, to, start: statements[from - 1]?.end ?? head, end: statements[to]?.start ?? text.length };
  });
}

/** A stretch as a program of its own; nothing where it does not parse so, or may not end where it ends. */
function readAlone(text: string, at: number, grammar: Grammar, goesOn: boolean): Tree | undefined {
  let read: Tree;
  try {
    read = parseAs(text, grammar, at);
  } catch (error) {
    if (isTooDeep(error)) throw error;
    return undefined;
  }
  if (list(read.program, 'directives').length > 0 || child(read.program, 'interpreter')) return undefined;
  if (!goesOn) return read;
  const last = list(read.program, 'body').at(-1);
  const comment = read.comments.at(-1);
  const isOpen = (last && !isClosed(last, text, at)) || (comment?.type === 'CommentLine' && comment.end === at + text.length);
  return isOpen ? undefined : read;
}

const ENDING_IN_SEMICOLON =
  /^(?:VariableDeclaration|ExpressionStatement|ImportDeclaration|Export\w+Declaration|TSTypeAliasDeclaration|TSImportEqualsDeclaration|TSDeclareFunction)$/;
const ENDING_IN_BRACE = /^(?:Function|Class|TSInterface|TSEnum|TSModule)Declaration$/;

/** Whether a statement has ended, whatever follows it. */
function isClosed(statement: Node, text: string, at = 0): boolean {
  const last = text[statement.end - at - 1];
  if (last === ';') return ENDING_IN_SEMICOLON.test(statement.type);
  const declared = /^Export(?:Named|Default)Declaration$/.test(statement.type) ? child(statement, 'declaration') : statement;
  return last === '}' && declared !== undefined && ENDING_IN_BRACE.test(declared.type);
}
