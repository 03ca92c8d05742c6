import { UserError } from '../core/user-error.ts';
import { visible } from '../reporters/visible.ts';
import type { Batch } from '../scan/scan.ts';
import { answerTo, type Choice, type Question } from './answers.ts';
import { namesOf } from './asking.ts';
import { patternsIn, rescanned } from './chosen.ts';
import { leaving, type Session, type Standing } from './context.ts';
import { keepingConfig, suppressedIn } from './keeping.ts';
import type { PatternFile } from './patterns.ts';

const EXTENTS: Readonly<Record<string, readonly [Choice, 'all' | 'first']>> = {
  'accept the rest': ['accept', 'all'],
  'skip the rest': ['skip', 'all'],
};

/** Records an answer; where something is to be kept, the reason is asked first. Throws Interrupted. */
export async function answer(session: Session, standing: Standing, question: Question, reply: string): Promise<void> {
  const { record } = session;
  if (reply === 'each') {
    record.add({ pattern: question.pattern.id, choice: 'each', files: {} });
    return;
  }
  const [choice, extent] = EXTENTS[reply] ?? [reply as Choice, question.kind === 'file' ? 'first' : 'all'];
  if (choice === 'keep') await keep(session, standing, question, extent);
  else record.add(answerTo(question, choice, extent));
}

async function keep(session: Session, standing: Standing, question: Question, extent: 'all' | 'first'): Promise<void> {
  const { person, record, planning } = session;
  const reason = await person.write('Why does it stay? (nothing: back to the question)');
  if (reason === undefined) throw leaving(session, standing);
  if (reason === '') return;
  const files = extent === 'all' ? question.open : question.open.slice(0, 1);
  const whole = await wholeAmong(session, standing, question, files, reason);
  if (whole.length > 0) {
    try {
      const kept = whole.map((path) => ({ path, reason }));
      keepingConfig(planning.options.policy, planning.asked, kept);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      person.show([`${visible(error.message)}: ${visible(error.hint ?? '')}`]);
      return;
    }
    const { configFile } = planning.options.policy;
    const one = whole.length === 1;
    person.show([
      `No comment can say so in ${namesOf(whole)}: ${one ? 'an entry' : 'entries'} of ${visible(configFile)} will keep the whole ${one ? 'file' : 'files'}, with all else in ${one ? 'it' : 'them'}.`,
    ]);
  }
  record.add(answerTo(question, 'keep', extent, { reason, ...(whole.length > 0 ? { whole } : {}) }));
}

/** The files in which no comment can keep a pattern: it would not be one, or would not be heeded. */
async function wholeAmong(
  { planning }: Session,
  { batch }: Standing,
  { pattern }: Question,
  files: readonly PatternFile[],
  reason: string,
): Promise<string[]> {
  const lines = new Map(files.map(({ path, places }) => [path, places.map((place) => ({ ...place, reason }))]));
  const revised = await suppressedIn(planning.options.root, lines);
  const contents = new Map([...revised].map(([path, { after }]) => [path, after]));
  const options = { ...planning.options, contents };
  const planned = await rescanned(options, batch, [...contents.keys()]);
  const left = (await patternsIn({ options }, planned)).find(({ id }) => id === pattern.id);
  const idle = new Set(left?.files.map(({ path }) => path));
  const faults = faultsOf(batch);
  for (const [path, count] of faultsOf(planned)) if (contents.has(path) && count > (faults.get(path) ?? 0)) idle.add(path);
  return files.map(({ path }) => path).filter((path) => !revised.has(path) || idle.has(path));
}

/** How many suppressions of each file have something wrong with them. */
function faultsOf({ files }: Batch): Map<string, number> {
  return new Map(files.map(({ path, findings }) => [path, findings.filter(({ rule }) => rule === 'bad-suppression').length]));
}
