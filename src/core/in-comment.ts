import type { SourceFile } from '../types/source.ts';

const PROSE = /\.(?:md|mdx|markdown|rst|adoc|asciidoc|wiki)$/i;
/** What begins a comment of some language, or a line within one, directly before an offset. */
const OPENED =
  /(?:^|[\s;,(){}[\]>])(?:#+[!*]?|\/{2,}[-!]?|\/\*+|\*+|--+|;+|<!--+|<[%?]#?(?:--)?|\{[#/]\*?-?|\{\{-?!?(?:--|\/\*)?|%+|\(\*|::|rem|dnl|\.\.|"""|''')\s{0,20}$/i;
const OPENED_IN_PROSE = /(?:<!--+|\{\/\*|^\.\.)\s{0,20}$/;
const FENCE = /^[ \t]{0,9}(?:```|~~~)/gm;

/**
 * Makes the function that says whether what stands at an offset is a comment's first words; in a document, only what is not shown. A text of the
 * program, or a sentence, is none. Asked with rising offsets; linear in the text all together.
 */
export function commentTest({ path, text }: Pick<SourceFile, 'path' | 'text'>): (at: number) => boolean {
  const fences = PROSE.test(path) ? [...text.matchAll(FENCE)].map((match) => match.index + match[0].length) : undefined;
  let passed = 0;
  return (at) => {
    const near = text.slice(Math.max(0, at - 60), at);
    const before = near.slice(Math.max(near.lastIndexOf('\n'), near.lastIndexOf('\r')) + 1);
    if (!fences) return OPENED.test(before);
    while (passed < fences.length && fences[passed]! <= at) passed++;
    return OPENED_IN_PROSE.test(before) && passed % 2 === 0;
  };
}
