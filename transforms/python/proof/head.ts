import type { SyntaxNode, Tree } from '@lezer/common';
import type { SourceFile } from '../../../src/types/source.ts';
import { children, textOf } from '../parse/tree.ts';
import { stringToken } from './string-token.ts';

/** Whether a module, class or function begins with a text that becomes its documentation: no f-string, no bytes. */
export function hasDocstring(file: SourceFile, block: SyntaxNode): boolean {
  const owns =
    block.name === 'Script' || (block.name === 'Body' && /^(Function|Class)Definition$/.test(block.parent?.name ?? ''));
  if (!owns) return false;
  let first = block.firstChild;
  while (first && /^(Comment|:)$/.test(first.name)) first = first.nextSibling;
  const text = first?.name === 'ExpressionStatement' ? first.firstChild : null;
  const parts = text?.name === 'ContinuedString' ? children(text) : text ? [text] : [];
  return parts.length > 0 && parts.every((part) => part.name === 'String' && !stringToken(textOf(file, part)).isBytes);
}

/** What Python looks for at the head of a file only: the interpreter, the coding cookie, and whether every `from __future__` stands there. */
export function headOf(file: SourceFile, tree: Tree): string[] {
  const [first = '', second = ''] = file.text.split(/\r\n|[\r\n]/, 2);
  const interpreter = first.startsWith('#!') ? [`interpreter ${first}`] : [];
  const cookie = [first, /^[ \t\f]*(#|$)/.test(first) ? second : ''].find((line) =>
    /^[ \t\f]*#.*?coding[:=][ \t]*[-\w.]+/.test(line),
  );
  return [...interpreter, ...(cookie === undefined ? [] : [`coding ${cookie}`]), ...lateFutures(file, tree)];
}

function lateFutures(file: SourceFile, tree: Tree): string[] {
  const late: string[] = [];
  let isHead = true;
  for (const [index, statement] of children(tree.topNode).entries()) {
    const isFuture = /^from\s+__future__\b/.test(textOf(file, statement));
    if (isFuture && !isHead) late.push(`late ${textOf(file, statement)}`);
    isHead &&= isFuture || (index === 0 && hasDocstring(file, tree.topNode));
  }
  return late;
}
