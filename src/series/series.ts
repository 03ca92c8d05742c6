import { type Applied, prepare } from '../apply/apply.ts';
import { holdLock } from '../files/lock.ts';
import { openStore } from '../files/store.ts';
import { isStale, type ModulePlan } from '../ssot/module-plan.ts';
import type { Policy } from '../types/policy.ts';
import type { SeriesReport } from '../types/report.ts';
import { type Context, createContext, type Listener, type SeriesPlan } from './context.ts';
import { type Group, groupsOf, type Unit } from './groups.ts';
import { type CommitRequest, type Opened, openRepository, openSeries, ownAmong } from './open.ts';
import { keepRecord, lastSeries } from './record.ts';
import { commitGroups, commitModules } from './steps.ts';

/** A series of commits that can begin. */
export interface Series {
  /** Throws UserError where the work tree is not clean and that was not allowed, and where a domain module cannot be committed. */
  demandClean(modules: readonly ModulePlan[], policy: Policy): Promise<void>;
  /**
   * Applies a plan: the domain modules, then one commit per group, each of files that the command passes with. What it fails with is tried
   * once more at the end, as it may need what came later, and else left as it was. Throws UserError, with the files of the commit at hand
   * as they were before, when git or a hook refuses, and Interrupted when `raised` tells of a signal; the commits before stand.
   */
  commit(plan: SeriesPlan, raised: AbortSignal): Promise<Applied>;
}

/** Looks whether commits can be made, and takes back what a killed series left: both before anything is read. Throws UserError. */
export async function startSeries(root: string, request: CommitRequest, listener: Listener): Promise<Series> {
  const store = await openStore(root);
  const tree = await openRepository(store);
  const last = await lastSeries(store);
  const base = last && !last.ended && last.head === tree.head ? last.base : tree.head;
  let opened: Opened;
  return {
    async demandClean(modules, policy) {
      opened = await openSeries(root, request, tree, modules, policy);
    },
    async commit(plan, raised) {
      const release = holdLock(store);
      try {
        const own = ownAmong(plan.files, opened);
        const prepared = prepare(root, plan.modules.filter(isStale), plan.files);
        const context = createContext(plan, prepared, { store, opened, raised, listener, base });
        const groups = groupsOf(plan.files, request.by, plan.policy).map((group) => withoutOwn(context, group, own));
        if (groups.some(({ units }) => units.length > 0) || context.stale.length + opened.uncommittedModules.length > 0) {
          keepRecord(store, { base, head: tree.head, ended: false });
          await commitModules(context);
          await commitGroups(context, groups);
          keepRecord(store, { base, head: context.commits.at(-1)?.id ?? tree.head, ended: true });
        }
        return appliedBy(context);
      } finally {
        release();
      }
    },
  };
}

/** A group without the units in which the person has changed a file; those are held back. */
function withoutOwn({ held }: Context, { name, units }: Group, own: ReadonlyMap<string, string>): Group {
  const isOwn = (unit: Unit): boolean => unit.some(({ path }) => own.has(path));
  for (const { path } of units.filter(isOwn).flat()) {
    const reason = own.get(path) ?? 'holds the same key as a file with changes that are not committed';
    held.push({ path, group: name, reason: `held back: ${reason}` });
  }
  return { name, units: units.filter((unit) => !isOwn(unit)) };
}

function appliedBy(context: Context): Applied {
  const { failed, changes, committed } = context;
  return { failed, changes: changes.filter(({ path }) => committed.has(path)), series: reportOf(context) };
}

function reportOf({ base, commits, held, opened: { verify, notes }, runs, reshaped }: Context): SeriesReport {
  const shaped = [...reshaped].sort().join(', ');
  return {
    base,
    commits,
    held: [...held].sort((a, b) => (a.path < b.path ? -1 : 1)),
    ...(verify === undefined ? {} : { verify: { command: verify, runs } }),
    notes: [...notes, ...(shaped === '' ? [] : [`a hook changed what was proved, in ${shaped}: look at it once more`])],
  };
}
