import { applyEdits, modify } from 'jsonc-parser';
import { isMap, isScalar, isSeq, type Pair, parseDocument } from 'yaml';

/** A file that is to stay as it is as a whole. */
export interface KeptFile {
  readonly path: string;
  readonly reason: string;
}

/** The text of a configuration with entries that keep files, before the others, as the first match wins; all else in it stays, letter for letter. `file`: its name. */
export function withKeptFiles(text: string, file: string, kept: readonly KeptFile[]): string {
  if (/\.json$/i.test(file)) return inJson(text, file, kept);
  const document = parseDocument(text, { logLevel: 'silent' });
  const pairs = isMap(document.contents) ? (document.contents.items as Pair[]) : [];
  const pair = pairs.find(({ key }) => isScalar(key) && key.value === 'deliver');
  const key = pair && isScalar(pair.key) ? pair.key.range?.[0] : undefined;
  if (!pair || key === undefined) return atEnd(text, kept);
  const ending = endingOf(text);
  if (isSeq(pair.value) && pair.value.flow) {
    const opened = pair.value.range![0] + 1;
    const entries = kept.map(({ path }) => entryOf(path)).join(', ');
    const comments = kept.map(({ path, reason }) => `# ${path}: ${reason}${ending}`).join('');
    return `${text.slice(0, key)}${comments}${text.slice(key, opened)}${entries}${pair.value.items.length > 0 ? ', ' : ''}${text.slice(opened)}`;
  }
  const [first] = isSeq(pair.value) ? pair.value.items : [];
  const start = (first as { range?: readonly number[] } | undefined)?.range?.[0];
  const indent =
    start === undefined ? '  ' : /[ \t]*(?=-\s*$)/.exec(text.slice(text.lastIndexOf('\n', start - 1) + 1, start))![0];
  const lineEnd = text.indexOf('\n', key);
  const head = lineEnd < 0 ? text + ending : text.slice(0, lineEnd + 1);
  return `${head}${linesOf(kept, indent, ending)}${lineEnd < 0 ? '' : text.slice(lineEnd + 1)}`;
}

function atEnd(text: string, kept: readonly KeptFile[]): string {
  const ending = endingOf(text);
  const head = text === '' || text.endsWith('\n') ? text : text + ending;
  return `${head}deliver:${ending}${linesOf(kept, '  ', ending)}`;
}

function linesOf(kept: readonly KeptFile[], indent: string, ending: string): string {
  return kept.map(({ path, reason }) => `${indent}- ${entryOf(path)} # ${reason}${ending}`).join('');
}

function entryOf(path: string): string {
  return `{ files: [${JSON.stringify(globOf(path))}], as: keep }`;
}

/** The glob that matches one path alone. */
function globOf(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|^$]/g, '\\$&');
}

function endingOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** JSON has no comments: the reasons are not written. */
function inJson(text: string, file: string, kept: readonly KeptFile[]): string {
  const base = file === 'package.json' ? ['redomain'] : [];
  const indent = (/^([ \t]+)"/m.exec(text)?.[1] ?? '  ').repeat(base.length + 1);
  return kept.toReversed().reduce((made, { path }) => {
    const entry = { files: [globOf(path)], as: 'keep' };
    const edits = modify(made, [...base, 'deliver', 0], entry, { isArrayInsertion: true });
    const ownLine = edits.map((edit) => ({ ...edit, content: edit.content.replace(/^,/, `,${endingOf(text)}${indent}`) }));
    return applyEdits(made, ownLine);
  }, text);
}
