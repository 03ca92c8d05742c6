import { inOrder, splice } from '../core/edits.ts';
import type { Language, ModuleRef, Outline } from '../types/language.ts';
import type { Edit, SourceFile } from '../types/source.ts';
import type { FileChange } from './change.ts';
import { mappedEdits, markedEdits, markedModule } from './sentinels.ts';
import { strayEdit } from './unexplained-edit.ts';

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
  const module = markedModule(change.module);
  const before = withText(file, splice(file.text, edits));
  const after = withText(file, change.output);
  const { outline } = language.write;
  const one = outline(before, module, { file, edits, others: change.edits });
  const other = outline(after, module, { file, edits: change.edits, others: edits });
  // They may be written in part; where these differ, the whole ones decide.
  const difference = anotherProgram(one, other) && anotherProgram(outline(before, module), outline(after, module));
  return difference ?? strayEdit(file.text, change, { before: one.imports, edits, after: other.imports });
}

/** Where nothing is imported, the hosts' characters are all that may change. */
function unprovenWithoutModule(file: SourceFile, language: Language, change: FileChange): string | undefined {
  if (splice(file.text, inOrder(mappedEdits(change.decisions))) !== change.output) return 'an edit that is no host';
  if (!language.write) return undefined;
  const nowhere: ModuleRef = { file: '', specifier: '', bindings: [] };
  const before = language.write.outline(file, nowhere);
  const after = language.write.outline(withText(file, change.output), nowhere, { file, edits: change.edits });
  if (after.errors > before.errors) return 'no longer parses';
  return before.items.length === after.items.length ? undefined : 'another structure than before';
}

function withText({ path, encoding }: SourceFile, text: string): SourceFile {
  return { path, text, encoding };
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
