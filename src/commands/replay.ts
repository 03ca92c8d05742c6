import path from 'node:path';
import { z } from 'zod';
import { moduleCodeOf } from '../../transforms/languages.ts';
import type { Found } from '../config/find.ts';
import { isoDay } from '../core/iso-day.ts';
import { BASELINE, BASELINE_LIMIT } from '../files/baseline-file.ts';
import { type GitAnswer, stateOf } from '../files/git-files.ts';
import { readKept, writeKept } from '../files/kept.ts';
import { readRegular, regularFiles } from '../files/regular.ts';
import type { Store } from '../files/store.ts';
import type { Same } from '../report-schema/parts.ts';
import { resting } from '../report-schema/record.ts';
import { report } from '../report-schema/report.ts';
import { BUILD, digestOf, type Resting, referenceCheck } from '../scan/dependencies.ts';
import { styleOf } from '../ssot/style-of.ts';
import type { Report } from '../types/report.ts';
import type { Cached, RunOptions } from './run-options.ts';

/** The report of the last run over a whole tree, and all that it rests on. */
interface Played {
  readonly key: string;
  readonly report: Report;
  /** Of the domain modules and what they are read from, and of how the repository formats them: git may ignore these files, and they may lie above the root. */
  readonly modules: string;
  /** Of the files of certificates: they may lie outside of the tree. */
  readonly certificates: string;
  /** Of what shows that files can import the modules. */
  readonly roots: string;
  readonly references: readonly Resting[];
}

const NAME = 'report.json';
const PLAYED = z.strictObject({
  ...{ key: z.string(), modules: z.string(), certificates: z.string(), roots: z.string() },
  report,
  references: z.array(resting),
});
true satisfies Same<z.infer<typeof PLAYED>, Played>;

/** The last report, where nothing has changed since, and what keeps the next one. */
export interface Replay {
  readonly report?: Report;
  readonly keep: Cached['keep'];
}

/**
 * Looks for the report of an earlier run that would be that of this one: the same commands over a tree for which git vouches, file by file, with
 * everything that lies outside of git checked again. Runs that write, that look at a part, or that update a baseline are never replayed.
 */
export async function openReplay(
  store: Store,
  config: Found,
  options: RunOptions,
  asked: Promise<GitAnswer | undefined>,
): Promise<Replay> {
  const { root } = store;
  const isWhole = options.paths.length === 0 && options.since === undefined && !options.staged && options.filesFrom === undefined;
  if (!isWhole || options.command === 'write' || options.updateBaseline) return { keep: () => {} };
  // All of this is done while git lists the files.
  const played = readKept(store, NAME, PLAYED);
  const holding = played !== undefined && stillHolds(root, played);
  const holds = await holding;
  const answer = await asked;
  const state = answer && stateOf(answer);
  if (state === undefined) return { keep: () => {} };
  const baseline = textOf(root, path.resolve(options.cwd, options.baseline ?? path.join(root, BASELINE)));
  const today = isoDay(new Date());
  const key = digestOf([BUILD, root, config, options.command, options.unsafe, options.baseline, baseline, today, state]);
  return {
    ...(holds && played?.key === key ? { report: played.report } : {}),
    async keep(report, batch, scanned) {
      const isSettled = batch.records.length === scanned.length && report.modules.every(({ status }) => status === 'current');
      if (!isSettled) return;
      const references = batch.records
        .filter(({ reference }) => reference !== undefined)
        .map(({ path: of, reference }) => ({ path: of, reference }));
      writeKept(store, NAME, {
        key,
        report,
        modules: await modulesOf(root, report),
        certificates: certificatesOf(root, report),
        roots: await rootsOf(root, report),
        references,
      } satisfies Played);
    },
  };
}

async function stillHolds(root: string, { report, modules, certificates, roots, references }: Played): Promise<boolean> {
  const refers = await referenceCheck({ root, policy: report.policy });
  const isSame = modules === (await modulesOf(root, report)) && certificates === certificatesOf(root, report);
  return isSame && roots === (await rootsOf(root, report)) && references.every(refers);
}

async function modulesOf(root: string, { policy }: Report): Promise<string> {
  const styled = policy.modules.map(async ({ adopt, file, language }) =>
    adopt ? undefined : styleOf(root, file, await moduleCodeOf(language)),
  );
  const files = policy.modules.flatMap(({ file, adopted }) => [file, ...(adopted?.imports ?? [])]);
  return digestOf([await Promise.all(styled), files.map((file) => textOf(root, path.join(root, file)))]);
}

function certificatesOf(root: string, { policy }: Report): string {
  return digestOf(policy.certificates.map(({ file }) => file && textOf(root, path.resolve(root, file))));
}

async function rootsOf(root: string, { policy }: Report): Promise<string> {
  const evidence = policy.modules.map(async (module) =>
    (await moduleCodeOf(module.language)).evidenceOf?.(root, module, regularFiles(root)),
  );
  return digestOf(await Promise.all(evidence));
}

/** What a file holds, as Latin-1; `undefined` where it cannot be read. */
function textOf(root: string, file: string): string | undefined {
  const bytes = readRegular(root, file, BASELINE_LIMIT);
  return 'reason' in bytes ? undefined : bytes.toString('latin1');
}
