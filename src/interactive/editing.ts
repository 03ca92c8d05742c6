import { join } from 'node:path';
import { visible } from '../reporters/visible.ts';
import type { Question } from './answers.ts';
import { patternsIn, rescanned } from './chosen.ts';
import { leaving, type Session, type Standing } from './context.ts';
import { editorOf, openEditor } from './editor.ts';

/** Opens the first file of a question where it stands, and plans that file again afterwards. Throws Interrupted. */
export async function edited(session: Session, standing: Standing, { open }: Question): Promise<Standing> {
  const { person, planning, raised } = session;
  const { options, prove } = planning;
  const [file] = open;
  const editor = editorOf(process.env);
  if (editor === undefined) {
    person.show(['There is no editor: set VISUAL or EDITOR to the command that opens a file, such as EDITOR=nano.']);
    return standing;
  }
  const fault = await openEditor(editor, join(options.root, file!.path), file!.places[0]?.line ?? 1);
  if (raised.aborted) throw leaving(session, standing);
  if (fault !== undefined) person.show([visible(fault)]);
  const batch = await prove(options, await rescanned(options, standing.batch, [file!.path]));
  return { batch, patterns: await patternsIn(planning, batch) };
}
