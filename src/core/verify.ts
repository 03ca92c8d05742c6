import type { Edit, Language, ModuleRef, SourceFile } from '../types.ts';
import { type FileChange, inOrder, splice } from './change.ts';

/**
 * Proves a change, or says why it cannot be proved. Independent of how the edits were made: the original with nothing but its
 * hosts replaced must be the same program as the output with the module's constants folded in.
 */
export function unproven(file: SourceFile, language: Language, change: FileChange): string | undefined {
  const outside = bytesOutside(file.text, change.edits, change.output);
  if (outside) return outside;
  if (!language.write) return undefined;
  const plain = splice(file.text, inOrder(hostEdits(change)));
  const nowhere: ModuleRef = { file: '', specifier: '', bindings: [] };
  const module = change.module ?? nowhere;
  const before = language.write.outline({ ...file, text: plain }, module);
  if (change.module === undefined) {
    if (plain !== change.output) return 'an edit that is no host';
    const untouched = language.write.outline(file, module);
    return before.errors > untouched.errors
      ? 'no longer parses'
      : before.items.length === untouched.items.length
        ? undefined
        : 'another structure than before';
  }
  const after = language.write.outline({ ...file, text: change.output }, module);
  if (after.errors > before.errors) return 'no longer parses';
  const length = Math.max(before.items.length, after.items.length);
  for (let index = 0; index < length; index++) {
    if (before.items[index] !== after.items[index])
      return `another program: ${shown(before.items[index])} became ${shown(after.items[index])}`;
  }
  return undefined;
}

/** For every occurrence that changes, the edits that put canonical characters in place of the retired ones. */
function hostEdits(change: FileChange): Edit[] {
  return change.decisions.flatMap(({ verdict, occurrence: { standing } }) =>
    (verdict === 'reference' || verdict === 'literal') && standing.state === 'retired' ? standing.edits : [],
  );
}

function bytesOutside(text: string, edits: readonly Edit[], output: string): string | undefined {
  let before = text.length;
  let after = output.length;
  for (const edit of [...edits].reverse()) {
    const kept = before - edit.end;
    if (kept < 0 || output.slice(after - kept, after) !== text.slice(edit.end, before)) return 'text outside the edits differs';
    after -= kept + edit.text.length;
    before = edit.start;
    if (output.slice(after, after + edit.text.length) !== edit.text) return 'an edit did not arrive';
  }
  return before === after && output.slice(0, after) === text.slice(0, before) ? undefined : 'text outside the edits differs';
}

function shown(item: string | undefined): string {
  return item === undefined ? 'nothing' : JSON.stringify(item.length > 80 ? `${item.slice(0, 80)}…` : item);
}
