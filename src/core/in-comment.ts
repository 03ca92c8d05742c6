import type { SourceFile } from '../types.ts';

const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|wiki)$/i;
/** What begins a comment of some language, or a line within one, directly before an offset. */
const OPENED =
  /(?:^|[\s;,(){}[\]>])(?:#+[!*]?|\/{2,}[-!]?|\/\*+|\*+|--+|;+|<!--+|<[%?]#?(?:--)?|\{[#/]\*?-?|\{\{-?!?(?:--|\/\*)?|%+|\(\*|::|rem|dnl|\.\.|"""|''')\s{0,20}$/i;
const OPENED_IN_PROSE = /(?:<!--+|\{\/\*|^\.\.)\s{0,20}$/;
const FENCE = /^[ \t]{0,9}(?:```|~~~)/gm;

/** Whether what stands at an offset is a comment's first words; in a document, only what is not shown. A text of the program, or a sentence, is none. */
export function isCommentAt({ path, text }: Pick<SourceFile, 'path' | 'text'>, at: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const before = text.slice(Math.max(lineStart, at - 60), at);
  if (!PROSE.test(path)) return OPENED.test(before);
  return OPENED_IN_PROSE.test(before) && (text.slice(0, at).match(FENCE) ?? []).length % 2 === 0;
}
