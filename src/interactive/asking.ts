import type { Colors } from 'picocolors/types.js';
import { counted } from '../core/counted.ts';
import { clipped, visible } from '../reporters/visible.ts';
import type { Answer, Question, Sheet, Tally } from './answers.ts';
import { countOf, type Pattern } from './patterns.ts';
import type { Key } from './terminal.ts';

/** What a person can reply, by the letter of its key. */
export const REPLIES = {
  a: 'accept',
  s: 'skip',
  k: 'keep',
  f: 'each',
  r: 'accept the rest',
  n: 'skip the rest',
  e: 'edit',
  u: 'undo',
  q: 'quit',
  w: 'write',
} as const;

/** Characters of a text that are shown. */
const LONGEST = 120;
/** Files that are named in a question. */
const NAMED = 3;

/** The lines over a question: the pattern, or the file. */
export function headOf(
  { kind, pattern, number, open, changed }: Question,
  total: number,
  { bold, yellow, dim }: Colors,
): string[] {
  const title = bold(`Pattern ${number} of ${total}: ${shown(pattern.from)} → ${shown(pattern.to)}`);
  const [file] = open;
  const where =
    kind === 'file'
      ? `${visible(file!.path)}: ${counted(file!.places.length, 'place')}; ${counted(open.length, 'file')} of the pattern open`
      : `${counted(countOf({ files: open }), 'place')} in ${counted(open.length, 'file')}: ${namesOf(open.map(({ path }) => path))}`;
  const again = kind === 'file' ? changed.filter((path) => path === file!.path) : changed;
  const stale = again.length > 0 ? [yellow(`Asked again, as the file changed since: ${namesOf(again)}`)] : [];
  return [title, dim(where), ...stale];
}

/** The first of some paths, and how many more there are. */
export function namesOf(paths: readonly string[]): string {
  const more = paths.length > NAMED ? `, and ${counted(paths.length - NAMED, 'more file')}` : '';
  return `${paths.slice(0, NAMED).map(visible).join(', ')}${more}`;
}

/** A text of the source in one line. */
function shown(text: string): string {
  return clipped(visible(text), LONGEST);
}

/** The keys of a question. */
export function keysOf({ kind, open }: Question, answered: number): Key[] {
  const rest = open.length > 1;
  const own: Key[] =
    kind === 'file'
      ? [
          { key: 'a', label: 'accept', hint: 'in this file' },
          { key: 's', label: 'skip', hint: 'leave it as it is for now' },
          { key: 'k', label: 'keep', hint: 'it stays for good: asks why, and writes that down' },
          ...(rest ? [{ key: 'r', label: 'accept this file and the rest of the pattern' }] : []),
          ...(rest ? [{ key: 'n', label: 'skip this file and the rest of the pattern' }] : []),
        ]
      : [
          { key: 'a', label: 'accept', hint: 'everywhere' },
          { key: 's', label: 'skip', hint: 'leave it as it is for now' },
          { key: 'k', label: 'keep', hint: 'it stays for good: asks why, and writes that down' },
          ...(rest ? [{ key: 'f', label: 'file by file' }] : []),
        ];
  return [...own, { key: 'e', label: 'edit', hint: 'open the file in your editor' }, ...undoKey(answered), QUIT];
}

const QUIT: Key = { key: 'q', label: 'quit', hint: 'write what was accepted; the rest is asked another time' };

function undoKey(answered: number): Key[] {
  return answered > 0 ? [{ key: 'u', label: 'undo', hint: 'take the last answer back' }] : [];
}

/** The keys of the last question. */
export function lastKeys(answered: number): Key[] {
  return [{ key: 'w', label: 'write' }, ...undoKey(answered)];
}

/** `3 places accepted, 1 skipped`. */
export function talliedText({ accept, skip, keep, open }: Tally): string {
  const parts = [
    `${counted(accept, 'place')} accepted`,
    ...(skip > 0 ? [`${skip} skipped`] : []),
    ...(keep > 0 ? [`${keep} to be kept`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  return parts.join(', ');
}

/** An answer that was taken back, in words. */
export function undoneWords({ choice, pattern, files }: Answer, patterns: readonly Pattern[]): string {
  const known = patterns.find(({ id }) => id === pattern);
  const [from, to] = known ? [known.from, known.to] : ['a pattern', 'another'];
  const where = choice === 'each' ? 'file by file' : `${choice}, ${counted(Object.keys(files).length, 'file')}`;
  return `Taken back: ${shown(from)} → ${shown(to)} (${where})`;
}

/** What a person who goes away is told: what is kept, and how to go on. */
export function keptWords(sheet: Sheet, answers: readonly Answer[], narrowing: string): string {
  const command = `\`redomain --write --interactive${narrowing}\``;
  if (answers.length === 0) return `Nothing was written, and nothing was answered yet; ${command} begins again.`;
  return `Nothing was written. Your answers are kept (${talliedText(sheet.tally())}); ${command} goes on from there.`;
}
