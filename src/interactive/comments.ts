import { parseAllDocuments } from 'yaml';
import { profileNamed } from '../../transforms/languages.ts';
import { splice } from '../core/edits.ts';
import { commentTest } from '../core/in-comment.ts';
import { lineStarts } from '../core/positions.ts';
import type { Language, ModuleRef } from '../types/language.ts';
import type { RuleName } from '../types/policy.ts';
import type { Edit, SourceFile } from '../types/source.ts';

/** A line that is to stay as it is. */
export interface KeptLine {
  /** 1-based. */
  readonly line: number;
  readonly rule: RuleName;
  readonly reason: string;
}

/** The insertions that put suppressions beside lines; `undefined` where the file has no comments, or where one could be something else. */
export function commentsFor(file: SourceFile, language: Language, kept: readonly KeptLine[]): Edit[] | undefined {
  const style = styleOf(file, language);
  if (!style) return undefined;
  const starts = lineStarts(file.text);
  const edits = unique(kept).map((line) => style.insert(file.text, starts, line));
  const made = edits.filter((edit) => edit !== undefined);
  return made.length === edits.length && style.isProved(file, { ...file, text: splice(file.text, made) }) ? made : undefined;
}

/** How a kind of file takes comments, and how it is proved that nothing but comments has come. */
interface Style {
  insert(text: string, starts: readonly number[], kept: KeptLine): Edit | undefined;
  isProved(before: SourceFile, after: SourceFile): boolean;
}

function styleOf({ path }: SourceFile, language: Language): Style | undefined {
  const opening = profileNamed(language.name)?.lineComment;
  if (opening !== undefined && language.write) return { insert: above(opening), isProved: sameOutline(opening, language.write) };
  if (/\.ya?ml$/i.test(path)) return { insert: above('#'), isProved: sameData };
  if (/\.(?:md|markdown)$/i.test(path)) return { insert: behind, isProved: () => true };
  return undefined;
}

/** One comment for each rule on each line, in the order of the lines. */
function unique(kept: readonly KeptLine[]): KeptLine[] {
  const byPlace = new Map(kept.map((one) => [`${one.line} ${one.rule}`, one]));
  return [...byPlace.values()].sort((a, b) => a.line - b.line);
}

function directive({ rule, reason }: KeptLine): string {
  return `redomain-ignore ${rule} -- ${reason}`;
}

/** A comment on a line of its own, indented as the one below it. */
function above(opening: string): Style['insert'] {
  return (text, starts, kept) => {
    const start = starts[kept.line - 1]!;
    const indent = /^[ \t]*/.exec(text.slice(start, start + 400))![0];
    const ending = /\r\n|[\r\n]/.exec(text)?.[0] ?? '\n';
    return { start, end: start, text: `${indent}${opening} ${directive(kept)}${ending}` };
  };
}

/** In a document a comment of its own would part a paragraph: it goes to the end of the line, where that is no code and no definition. */
function behind(text: string, starts: readonly number[], kept: KeptLine): Edit | undefined {
  const start = starts[kept.line - 1]!;
  const line = text.slice(start, starts[kept.line] ?? text.length).replace(/\s+$/, '');
  const at = start + line.length;
  const isCode = /^(?: {4}| {0,3}\t)/.test(line) || (line.split('`').length - 1) % 2 === 1;
  const isFrontMatter = /^---\r?\n/.test(text) && text.slice(0, at).split(/^---[ \t]*\r?$/m).length < 3;
  if (isCode || isFrontMatter || /^\s*\[[^\]]+\]:/.test(line) || /--!?>/.test(kept.reason)) return undefined;
  const words = ` <!-- ${directive(kept)} -->`;
  const whole = splice(text, [{ start: at, end: at, text: words }]);
  return commentTest({ path: 'a.md', text: whole })(at + ' <!-- '.length) ? { start: at, end: at, text: words } : undefined;
}

const NOWHERE: ModuleRef = { file: '', specifier: '', bindings: [] };

/** The same tokens in the same order, but for the comments that came. */
function sameOutline(opening: string, { outline }: NonNullable<Language['write']>): Style['isProved'] {
  return (before, after) => {
    const [one, other] = [outline(before, NOWHERE), outline(after, NOWHERE)];
    let at = 0;
    for (const item of other.items) {
      if (at < one.items.length && item === one.items[at]) at++;
      else if (!item.startsWith(`${opening} redomain-ignore `)) return false;
    }
    return at === one.items.length && other.errors <= one.errors;
  };
}

/** The same values of the same documents. */
function sameData(before: SourceFile, after: SourceFile): boolean {
  const said = ({ text }: SourceFile): string | undefined => {
    const documents = parseAllDocuments(text, { logLevel: 'silent' });
    if (!Array.isArray(documents) || documents.some(({ errors }) => errors.length > 0)) return undefined;
    return JSON.stringify(documents.map((document) => document.toJS() as unknown));
  };
  try {
    const values = said(before);
    return values !== undefined && values === said(after);
  } catch {
    return false;
  }
}
