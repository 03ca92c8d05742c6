import { NOTHING_STAYED, notTakenBack } from '../apply/apply.ts';
import { counted } from '../core/counted.ts';
import { Interrupted, UserError } from '../core/user-error.ts';
import { type Attempt, beginAttempt } from '../files/attempt.ts';
import { commitFiles, indexAsHead } from '../files/commit.ts';
import { uncommitted } from '../files/work-tree.ts';
import type { ScannedFile } from '../scan/scan.ts';
import { lastLines, runCommand, type Verified } from './command.ts';
import type { Context } from './context.ts';
import { totalsOf } from './message.ts';
import { keepRecord } from './record.ts';

/** Writes what is to be one commit and does with it what `work` says. Where that fails, all that has not become a commit is taken back, and the error says how things stand. */
export async function attempting(
  context: Context,
  name: string,
  paths: readonly string[],
  work: (attempt: Attempt) => Promise<void>,
): Promise<void> {
  const { store, bytes, raised } = context;
  const changes = paths.flatMap((path) => bytes.get(path) ?? []);
  const attempt = await beginAttempt(store, changes, raised);
  try {
    if (attempt.stoppedAt !== undefined) throw interrupted(raised);
    await work(attempt);
  } catch (error) {
    throw withStanding(error, name, context, notTakenBack(attempt.takeBack()));
  }
}

/** Runs the command over the tree as it stands. Throws UserError where it writes to what is on trial. */
export async function verified(context: Context, attempt: Attempt, command: string): Promise<Verified> {
  context.runs++;
  const answer = await runCommand(command, context.root, context.raised, context.listener.onOutput);
  const strayed = attempt.strayed();
  if (strayed.length > 0)
    throw new UserError(`${strayed.join(', ')} changed while \`${command}\` ran`, {
      hint: 'A command that verifies must not write to the files that it verifies.',
    });
  return answer;
}

/** What one commit is made of. */
interface Content {
  readonly name: string;
  readonly paths: readonly string[];
  readonly message: string;
  /** Of these paths, what the plan knows. */
  readonly files: readonly ScannedFile[];
}

/** Commits what was chosen of an attempt, and settles it. Throws UserError where git or a hook refuses. */
export async function commitAttempt(context: Context, attempt: Attempt, { name, paths, message, files }: Content): Promise<void> {
  const { root, store, opened, raised, listener, base } = context;
  listener.onStep?.(`${name}: committing ${counted(paths.length, 'file')}`);
  const created = paths.filter((path) => opened.own.of(path) === 'not in git');
  const made = await commitFiles(root, { paths, created, message });
  if ('words' in made) throw raised.aborted ? interrupted(raised) : refused(name, made.words);
  attempt.settle();
  context.commits.push({ id: made.id, group: name, ...totalsOf(files), files: paths.length });
  for (const path of paths) context.committed.add(path);
  keepRecord(store, { base, head: made.id, ended: false });
  await acceptHooks(context, attempt, paths);
}

/** A hook may have had other contents committed than those that were proved: the index is to agree with the commit, and the person is to know. */
async function acceptHooks({ root, reshaped }: Context, attempt: Attempt, paths: readonly string[]): Promise<void> {
  const differing = new Set([...attempt.strayed(), ...(await uncommitted(root, []))]);
  const changed = paths.filter((path) => differing.has(path));
  if (changed.length > 0) await indexAsHead(root, changed);
  for (const path of changed) reshaped.add(path);
}

function refused(name: string, words: string): UserError {
  return new UserError(`git does not commit ${name}:\n${lastLines(words, 40)}`, {
    hint: 'Where a hook says no, --verify with the command of that hook finds the files to blame.',
  });
}

function interrupted({ reason }: AbortSignal): Interrupted {
  return new Interrupted(String(reason), `stopped by ${reason}`);
}

/** What ended a series, with what became of it. */
function withStanding(error: unknown, name: string, { commits }: Context, notBack: string | undefined): unknown {
  if (!(error instanceof UserError)) return error;
  const back = notBack ?? (commits.length === 0 ? NOTHING_STAYED : 'What was to be the next commit is as it was before.');
  const head = commits.at(-1)?.id.slice(0, 12);
  const made =
    head && `${counted(commits.length, 'commit stands', 'commits stand')}, up to ${head}; the same command goes on from there.`;
  const details = { hint: [error.hint, back, made].filter(Boolean).join(' ') };
  return error instanceof Interrupted
    ? new Interrupted(error.signal, `${error.message} at ${name}`, details)
    : new UserError(error.message, details);
}
