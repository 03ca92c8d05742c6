import type { Edit, Language, ModuleRef, Outline, SourceFile } from '../types.ts';
import { type FileChange, inOrder, splice } from './change.ts';
import { mappedEdits, markedEdits, markedModule } from './marks.ts';
import { strayEdit } from './stray.ts';

/**
 * Proves a change, or says why it cannot be proved. Independent of how the edits were made: the original with nothing but its
 * hosts replaced must be the same program as the output with the module's constants folded in, each constant where it was decided,
 * and every edit must belong to a host or to an import.
 */
export function unproven(file: SourceFile, language: Language, change: FileChange): string | undefined {
  const outside = bytesOutside(file.text, change.edits, change.output);
  if (outside) return outside;
  if (!change.module || !language.write) return unprovenWithoutModule(file, language, change);
  const marked = markedEdits(file.text, change.decisions, change.module);
  if (typeof marked === 'string') return marked;
  const edits = inOrder(marked);
  const [before, after] = [
    { text: splice(file.text, edits), edits },
    { text: change.output, edits: change.edits },
  ];
  const proof = compare(file, language.write, markedModule(change.module), before, after, anotherProgram);
  return proof.difference ?? strayEdit(file.text, change, { before: proof.before.imports, edits, after: proof.after.imports });
}

/** Where nothing is imported, the hosts' characters are all that may change. */
function unprovenWithoutModule(file: SourceFile, { write }: Language, change: FileChange): string | undefined {
  const { text } = file;
  if (splice(text, inOrder(mappedEdits(change.decisions))) !== change.output) return 'an edit that is no host';
  if (!write) return undefined;
  const nowhere: ModuleRef = { file: '', specifier: '', bindings: [] };
  const after = { text: change.output, edits: change.edits };
  return compare(file, write, nowhere, { text, edits: [] }, after, anotherStructure).difference;
}

/** A text that edits make of a file. */
interface Made {
  readonly text: string;
  readonly edits: readonly Edit[];
}

type Difference = (before: Outline, after: Outline) => string | undefined;

/** Compares the outlines of two texts made of one file. They may be written in part; where these differ, the whole ones decide. */
function compare(
  file: SourceFile,
  { outline }: NonNullable<Language['write']>,
  module: ModuleRef,
  one: Made,
  other: Made,
  differenceOf: Difference,
) {
  const [source, result] = [one, other].map(({ text }) => (text === file.text ? file : { ...file, text }));
  const before = outline(source!, module, { file, edits: one.edits, others: other.edits });
  const after = outline(result!, module, { file, edits: other.edits, others: one.edits });
  const isAlike = differenceOf(before, after) === undefined;
  return { before, after, difference: isAlike ? undefined : differenceOf(outline(source!, module), outline(result!, module)) };
}

function anotherStructure(before: Outline, after: Outline): string | undefined {
  if (after.errors > before.errors) return 'no longer parses';
  return before.items.length === after.items.length ? undefined : 'another structure than before';
}

function anotherProgram(before: Outline, after: Outline): string | undefined {
  if (after.errors > before.errors) return 'no longer parses';
  const length = Math.max(before.items.length, after.items.length);
  for (let index = 0; index < length; index++) {
    if (before.items[index] !== after.items[index])
      return `another program: ${shown(before.items[index])} became ${shown(after.items[index])}`;
  }
  const idle = after.unused.find((name) => !before.unused.includes(name));
  return idle === undefined ? undefined : `an import without use: ${idle}`;
}

function bytesOutside(text: string, edits: readonly Edit[], output: string): string | undefined {
  let before = text.length;
  let after = output.length;
  for (const edit of [...edits].reverse()) {
    const kept = before - edit.end;
    if (kept < 0 || edit.start > edit.end || edit.start < 0) return 'edits that overlap or reach out of the file';
    if (output.slice(after - kept, after) !== text.slice(edit.end, before)) return 'text outside the edits differs';
    after -= kept + edit.text.length;
    before = edit.start;
    if (output.slice(after, after + edit.text.length) !== edit.text) return 'an edit did not arrive';
  }
  return before === after && output.slice(0, after) === text.slice(0, before) ? undefined : 'text outside the edits differs';
}

function shown(item: string | undefined): string {
  return item === undefined ? 'nothing' : JSON.stringify(item.length > 80 ? `${item.slice(0, 80)}…` : item);
}
