import type { Language } from '../types/language.ts';
import type { SourceFile } from '../types/source.ts';

/** UTF-16 units of a program that is parsed; its tree takes about 150 times as many bytes, and V8 ends the process at what it cannot hold. */
const LONGEST = 10 * 1024 * 1024;

/** The language, or for a program of more than 10 Mi characters one that never parses it: its hosts are for review. */
export function withinReach(language: Language, { text }: SourceFile): Language {
  if (!language.write || text.length <= LONGEST) return language;
  const { name, doubtOf, write } = language;
  const { bind, render, outline } = write;
  return {
    ...{ name, ...(doubtOf && { doubtOf }), write: { bind, render, outline } },
    read() {
      throw new Error('it is longer than 10 Mi characters');
    },
  };
}
