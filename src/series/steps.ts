import { unwritable } from '../apply/apply.ts';
import { counted } from '../core/counted.ts';
import { UserError } from '../core/user-error.ts';
import type { Attempt } from '../files/attempt.ts';
import type { HeldFile } from '../types/report.ts';
import { attempting, commitAttempt, verified } from './attempting.ts';
import { lastLines, type Verified } from './command.ts';
import type { Context, RejectedUnit } from './context.ts';
import { besideTheirTests, type Group, type Unit } from './groups.ts';
import { groupMessage, modulesMessage } from './message.ts';
import { type Rejected, sift } from './sift.ts';

/** Commits the domain modules, as all else imports them. Throws UserError where the command fails with nothing but them: nothing is committed then. */
export async function commitModules(context: Context): Promise<void> {
  const { stale, opened } = context;
  const paths = [...stale, ...opened.uncommittedModules];
  const name = paths.length === 1 ? 'the domain module' : 'the domain modules';
  await attempting(context, name, stale, async (attempt) => {
    const [lost] = attempt.failed;
    if (lost) throw unwritable(lost);
    if (opened.verify !== undefined) await demandPass(context, attempt, opened.verify);
    if (paths.length > 0)
      await commitAttempt(context, attempt, { name, paths, message: modulesMessage(paths, opened.verify), files: [] });
  });
}

async function demandPass(context: Context, attempt: Attempt, command: string): Promise<void> {
  context.listener.onStep?.('verifying the tree as it is');
  const { passed, ending, output } = await verified(context, attempt, command);
  if (!passed)
    throw new UserError(`\`${command}\` fails before any file is migrated (${ending}):\n${lastLines(output, LINES)}`, {
      hint: 'Mend that first, or choose a command that passes.',
    });
}

/** Lines of a command's output that are kept. */
const LINES = 20;

/** Commits a group, or as much of it as the command passes with; the rest is as it was before, and remembered. */
async function commitGroup(context: Context, { name, units }: Group): Promise<readonly Rejected<Unit, Verified>[]> {
  const { failed, opened } = context;
  let rejected: readonly Rejected<Unit, Verified>[] = [];
  const paths = pathsOf(units).filter((path) => !failed.has(path));
  if (paths.length === 0) return rejected;
  await attempting(context, name, paths, async (attempt) => {
    for (const { path, reason } of attempt.failed) failed.set(path, reason);
    const { good, bad } = await passing(context, name, writtenOf(units, attempt), attempt);
    const chosen = good.flat().sort((a, b) => (a.path < b.path ? -1 : 1));
    await attempt.choose(new Set(pathsOf(good)));
    const message = groupMessage(name, chosen, opened.verify);
    if (chosen.length > 0) await commitAttempt(context, attempt, { name, paths: pathsOf([chosen]), message, files: chosen });
    else attempt.takeBack();
    rejected = bad;
  });
  return rejected;
}

/** Parts units into those that the command passes with, and the others. */
async function passing(context: Context, name: string, units: readonly Unit[], attempt: Attempt) {
  const { verify } = context.opened;
  if (verify === undefined) return { good: units, bad: [] };
  return sift(besideTheirTests(units), async (chosen) => {
    context.listener.onStep?.(`${name}: verifying with ${counted(chosen.flat().length, 'file')}`);
    await attempt.choose(new Set(pathsOf(chosen)));
    return verified(context, attempt, verify);
  });
}

/** Commits the groups in turn, and then what failed before others were there and passes now. */
export async function commitGroups(context: Context, groups: readonly Group[]): Promise<void> {
  const rejected: RejectedUnit[] = [];
  const remember = (group: string, found: readonly Rejected<Unit, Verified>[]): void => {
    rejected.push(...found.map((one) => ({ ...one, group, after: context.commits.length })));
  };
  for (const group of groups) remember(group.name, await commitGroup(context, group));
  if (rejected.some(({ after }) => after < context.commits.length)) {
    const first = new Map(rejected.map(({ unit, group }) => [unit, group]));
    rejected.length = 0;
    const found = await commitGroup(context, { name: 'what passes only after the rest', units: [...first.keys()] });
    for (const one of found) remember(first.get(one.unit)!, [one]);
  }
  context.held.push(...rejected.flatMap((one) => heldBack(one, context.opened.verify!)));
}

function heldBack({ unit, group, answer: { ending, output } }: RejectedUnit, verify: string): HeldFile[] {
  const others = unit.length === 1 ? '' : ` and ${counted(unit.length - 1, 'file')} that must change together with it`;
  const reason = `held back: \`${verify}\` fails with it${others} (${ending})`;
  return unit.map(({ path }) => ({ path, group, reason, output: lastLines(output, LINES) }));
}

/** Units with the files that could be written; the same ones where all could. */
function writtenOf(units: readonly Unit[], { paths }: Attempt): Unit[] {
  const written = new Set(paths);
  return units
    .map((unit) => (unit.every(({ path }) => written.has(path)) ? unit : unit.filter(({ path }) => written.has(path))))
    .filter((unit) => unit.length > 0);
}

function pathsOf(units: readonly Unit[]): string[] {
  return units.flat().map(({ path }) => path);
}
