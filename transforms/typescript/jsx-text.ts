import type { Edit, SourceFile, Span } from '../../src/types/source.ts';
import type { Fill } from './site.ts';

const SPACE = '{" "}';

/** Names in a JSX text. Where a line break between a name and its neighbour meant a space, the space is written out. */
export function renderJsxText(file: SourceFile, body: Span, fills: readonly Fill[]): Edit[] {
  return fills.map(({ span, name }, index) => {
    const previous = fills[index - 1];
    const next = fills[index + 1];
    const before = file.text.slice(previous?.span.end ?? body.start, span.start);
    const after = file.text.slice(span.end, next?.span.start ?? body.end);
    const spaceBefore =
      /[\r\n][ \t\r\n]*$/.test(before) && (/[^ \t\r\n]/.test(before) || (previous !== undefined && before.trim() === ''));
    const spaceAfter = /^[ \t]*[\r\n]/.test(after) && /[^ \t\r\n]/.test(after);
    return { ...span, text: `${spaceBefore ? SPACE : ''}{${name}}${spaceAfter ? SPACE : ''}` };
  });
}
