import { sourcesOf } from '../apply/apply.ts';
import { counted } from '../core/counted.ts';
import { excerptOf } from '../reporters/excerpt.ts';
import type { Batch } from '../scan/scan.ts';
import { answer } from './answering.ts';
import { type Question, type Sheet, sheetOf } from './answers.ts';
import { headOf, keysOf, lastKeys, REPLIES, talliedText, undoneWords } from './asking.ts';
import { patternsIn } from './chosen.ts';
import { leaving, type Session, type Standing } from './context.ts';
import { edited } from './editing.ts';

/** Asks until nothing is open, or the person has enough. Throws Interrupted when the person goes away: the answers are on the disk then. */
export async function askAll(session: Session, batch: Batch): Promise<Standing & { readonly sheet: Sheet }> {
  const { record, person, planning } = session;
  let standing: Standing = { batch, patterns: await patternsIn(planning, batch) };
  await offerToGoOn(session, standing);
  for (;;) {
    const sheet = sheetOf(standing.patterns, record.answers);
    const question = sheet.question();
    const reply = question ? await replyTo(session, standing, question) : await lastReply(session, standing, sheet);
    if (reply === 'write' || reply === 'quit') return { ...standing, sheet };
    if (reply === 'undo') {
      const taken = record.takeBack();
      if (taken) person.show([undoneWords(taken, standing.patterns)]);
    } else if (question && reply === 'edit') standing = await edited(session, standing, question);
    else if (question) await answer(session, standing, question, reply);
  }
}

type Reply = (typeof REPLIES)[keyof typeof REPLIES];

/** Asks with keys. Throws Interrupted. */
async function pressed(session: Session, standing: Standing, message: string, keys: ReturnType<typeof keysOf>): Promise<Reply> {
  const key = await session.person.choose(message, keys);
  if (key === undefined) throw leaving(session, standing);
  return REPLIES[key as keyof typeof REPLIES];
}

/** Lines of a diff that stand over a question. */
const ROOM = 24;
/** Columns of a terminal that does not say how many it has; a frame takes some of them. */
const COLUMNS = 100;
const FRAME = 6;

async function replyTo(session: Session, standing: Standing, question: Question): Promise<Reply> {
  const { person, planning, colors, record } = session;
  const [file] = question.open;
  const source = sourcesOf(planning.options.root)(file!.path);
  const edits = standing.batch.files.find(({ path }) => path === file!.path)?.report.edits ?? [];
  const lines = file!.places.map(({ line }) => line);
  const width = (process.stdout.columns ?? COLUMNS) - FRAME;
  const shown = source ? excerptOf({ source, edits, lines, room: ROOM, width }, colors) : [];
  person.show([...headOf(question, standing.patterns.length, colors), '', ...shown]);
  const message = question.kind === 'file' ? `Change it in this file?` : `Change it in ${counted(question.open.length, 'file')}?`;
  return pressed(session, standing, message, keysOf(question, record.answers.length));
}

async function lastReply(session: Session, standing: Standing, sheet: Sheet): Promise<Reply> {
  const message = `All is answered: ${talliedText(sheet.tally())}. Write it? (Ctrl-C: later)`;
  return pressed(session, standing, message, lastKeys(session.record.answers.length));
}

/** Says what earlier answers are worth, and lets the person choose whether they count. */
async function offerToGoOn(session: Session, standing: Standing): Promise<void> {
  const { person, record } = session;
  if (record.answers.every(({ choice }) => choice === 'each')) record.replace([]);
  if (record.answers.length === 0) return;
  const tally = sheetOf(standing.patterns, record.answers).tally();
  if (tally.accept + tally.skip + tally.keep === 0) {
    person.show(['The answers of an earlier run are for files that have changed since, or are done with: all is asked again.']);
    return;
  }
  const keys = [
    { key: 'g', label: 'go on', hint: 'ask only what is open' },
    { key: 'b', label: 'begin again', hint: 'forget these answers' },
  ];
  const key = await person.choose(`There are answers of an earlier run: ${talliedText(tally)}.`, keys);
  if (key === undefined) throw leaving(session, standing);
  if (key === 'b') record.replace([]);
}
